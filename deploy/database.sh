#!/bin/sh
# Run once by the image of PostgreSQL on an empty volume: the three logins of docs/RUNNING.md, and the database.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -v worker="$WORKER_PASSWORD" <<'SQL'
create role nearer_owner login createrole password :'owner';
create role nearer login password :'app';
create role nearer_post login password :'worker';
create database nearer owner nearer_owner;
SQL
