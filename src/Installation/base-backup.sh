#!/usr/bin/env bash
# Copies the files of the running server into a new folder, which recover.sh starts from. As the server's user, with the settings by which psql finds the server:
#   base-backup.sh /backups/base-2026-12-01
# The write-ahead log has to be archived (archive.sh), from before this copy on.
set -euo pipefail
copy=${1:?the new folder}
[[ ! -e $copy ]] || { echo "$copy is there already." >&2; exit 1; }
pg_basebackup --pgdata="$copy.unfinished" --wal-method=fetch --checkpoint=fast --no-password
pg_verifybackup --quiet "$copy.unfinished"
mv "$copy.unfinished" "$copy"
