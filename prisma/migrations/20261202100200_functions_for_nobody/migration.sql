-- No function of schema app is for everybody. Default privileges of one schema can only add to those of the
-- role (ALTER DEFAULT PRIVILEGES, notes), so the REVOKE for schema app took nothing away, and what was made
-- since could be executed by PUBLIC. For the role itself it does, and holds for all that is made later.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
