#!/bin/sh
# PostgreSQL's archive_command: keeps a finished piece of the write-ahead log in a folder, whole or not at all, and never over another.
#   archive_mode = on
#   archive_timeout = 60
#   archive_command = '/path/to/archive.sh %p /backups/wal'
set -eu
name=$(basename "$1")
# A piece that was kept just before a crash is offered again.
[ ! -e "$2/$name" ] || exec cmp -s "$1" "$2/$name"
cp "$1" "$2/$name.unfinished"
sync "$2/$name.unfinished"
mv "$2/$name.unfinished" "$2/$name"
sync "$2"
