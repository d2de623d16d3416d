-- Who is away and who stands in; how what administrators keep was changed; how codes are called. None of it holds anything of a case.
GRANT SELECT, INSERT, UPDATE ON identity.absences TO pathway_app, pathway_system;
GRANT SELECT, INSERT ON identity.history, pathway.code_changes TO pathway_app, pathway_system;
GRANT SELECT ON identity.absences, identity.history, pathway.code_changes TO pathway_backup;
