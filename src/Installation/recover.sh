#!/usr/bin/env bash
# Makes a data directory in which everything will be as it was at an instant, from a copy of base-backup.sh made before it and the archive. As the server's user:
#   recover.sh /backups/base-2026-12-01 /backups/wal /var/lib/postgresql/recovered '2026-12-01 14:03:20+01'
# Then start a server on it: it reads the archive up to that instant and opens. Then run the program's command check-copy against it.
set -euo pipefail
copy=${1:?the copy} archive=${2:?the archive} data=${3:?the new data directory} instant=${4:?the instant, with its zone}
[[ ! -e $data ]] || { echo "$data is there already." >&2; exit 1; }
pg_verifybackup --quiet "$copy"
cp -a "$copy" "$data"
chmod 0700 "$data"
rm -f "$data/postmaster.pid" "$data/standby.signal"
cat >>"$data/postgresql.auto.conf" <<END
archive_mode = off
synchronous_standby_names = ''
restore_command = 'cp "$archive/%f" "%p"'
recovery_target_time = '$instant'
recovery_target_inclusive = off
recovery_target_action = promote
END
touch "$data/recovery.signal"
