-- Gives the logins of roles.sql the passwords of the environment. A superuser runs it with psql, again whenever one has changed:
--   psql -v ON_ERROR_STOP=1 -d pathway -f passwords.sql

\getenv owner PATHWAY_OWNER_PASSWORD
\getenv app PATHWAY_APP_PASSWORD
\getenv system PATHWAY_SYSTEM_PASSWORD

-- A password does not belong into the server's log.
SET log_statement = 'none';
SET log_min_error_statement = 'panic';
SET log_min_duration_statement = -1;

ALTER ROLE pathway_owner PASSWORD :'owner';
ALTER ROLE pathway_app PASSWORD :'app';
ALTER ROLE pathway_system PASSWORD :'system';
