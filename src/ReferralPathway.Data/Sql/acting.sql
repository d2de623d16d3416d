-- Who is acting, as the application said at the start of the transaction. After a commit the settings are '', not NULL.

CREATE FUNCTION pathway.person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('pathway.user', true), '')::uuid;

CREATE FUNCTION pathway.organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('pathway.organisation', true), '')::uuid;

CREATE FUNCTION pathway.acting_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('pathway.role', true), '');

-- The instant of the act. Never now(): the clock is handed in.
CREATE FUNCTION pathway.at() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('pathway.at', true), '')::timestamptz;

CREATE FUNCTION pathway.swedish_day(instant timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (instant AT TIME ZONE 'Europe/Stockholm')::date;
