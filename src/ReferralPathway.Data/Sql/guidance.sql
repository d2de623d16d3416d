-- Which reading of the rules the installation has chosen: about nobody, so under no row-level security. Whoever is shown guidance is shown it by these.

GRANT SELECT, INSERT, UPDATE ON pathway.rule_changes TO pathway_app, pathway_system;
GRANT SELECT ON pathway.rule_changes TO pathway_backup;
