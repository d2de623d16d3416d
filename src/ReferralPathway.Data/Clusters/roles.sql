-- The roles of Referral Pathway, and who may enter this database.
--
-- A superuser runs it in the empty database of the application, and again after every upgrade:
--   createdb pathway && psql -v ON_ERROR_STOP=1 -d pathway -f roles.sql
-- It changes nothing that is already so. Passwords, and logins of other names, belong to the deployment:
--   ALTER ROLE pathway_app PASSWORD '…';   or   CREATE ROLE web_1 LOGIN IN ROLE pathway_app;

DO $$
DECLARE
  wanted record;
  risen text;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      -- owns every table and migrates; bound by row-level security like everybody else
      ('pathway_owner',   'LOGIN NOINHERIT'),
      -- the web application: owns nothing, sees what its actor may see
      ('pathway_app',     'LOGIN'),
      -- the sweeper, as the actor System
      ('pathway_system',  'LOGIN'),
      -- own the few functions that answer a narrow question across cases; nobody signs in as one of them
      ('pathway_lookup',  'NOLOGIN'),
      ('pathway_auditor', 'NOLOGIN'),
      -- pg_dump, and nothing else
      ('pathway_backup',  'LOGIN BYPASSRLS')
    ) AS roles (name, rights)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I %s', wanted.name, wanted.rights);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another session was faster
      END;
    END IF;
  END LOOP;

  -- The owner hands functions over to these two. NOINHERIT above: it does not thereby read with their policies.
  IF NOT pg_has_role('pathway_owner', 'pathway_lookup', 'MEMBER') THEN
    GRANT pathway_lookup TO pathway_owner;
  END IF;
  IF NOT pg_has_role('pathway_owner', 'pathway_auditor', 'MEMBER') THEN
    GRANT pathway_auditor TO pathway_owner;
  END IF;
  IF NOT pg_has_role('pathway_backup', 'pg_read_all_data', 'MEMBER') THEN
    GRANT pg_read_all_data TO pathway_backup;
  END IF;

  SELECT string_agg(rolname, ', ') INTO risen FROM pg_roles
  WHERE rolname IN ('pathway_owner', 'pathway_app', 'pathway_system', 'pathway_lookup', 'pathway_auditor') AND (rolsuper OR rolbypassrls);
  IF risen IS NOT NULL THEN
    RAISE EXCEPTION 'These roles could pass by row-level security: %', risen
      USING HINT = 'ALTER ROLE … NOSUPERUSER NOBYPASSRLS';
  END IF;

  EXECUTE format('ALTER DATABASE %I OWNER TO pathway_owner', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO pathway_app, pathway_system, pathway_backup', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
