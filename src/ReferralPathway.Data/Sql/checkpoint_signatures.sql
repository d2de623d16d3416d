-- A checkpoint is signed as well, by a key whose public half anybody may have: an export is checked without the master key. Null for those made before.
ALTER TABLE pathway.checkpoints ADD COLUMN public_signature bytea;
