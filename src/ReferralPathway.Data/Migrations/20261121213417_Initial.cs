using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralPathway.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "identity");

            migrationBuilder.EnsureSchema(
                name: "pathway");

            migrationBuilder.CreateTable(
                name: "account_changes",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_manager = table.Column<bool>(type: "boolean", nullable: false),
                    decider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_person = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_for = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_ready = table.Column<bool>(type: "boolean", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_manager = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    active_from = table.Column<DateOnly>(type: "date", nullable: true),
                    active_to = table.Column<DateOnly>(type: "date", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hotline_changes",
                schema: "pathway",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hotline_changes", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "installation_keys",
                schema: "pathway",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    master = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installation_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "name_tokens",
                schema: "pathway",
                columns: table => new
                {
                    scope = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<byte[]>(type: "bytea", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_tokens", x => new { x.scope, x.token, x.case_id });
                });

            migrationBuilder.CreateTable(
                name: "notices",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<Guid>(type: "uuid", nullable: true),
                    managers_only = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_sv = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    municipality = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    mail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    managers_only = table.Column<bool>(type: "boolean", nullable: false),
                    sealed_link = table.Column<byte[]>(type: "bytea", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "participations",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    groups = table.Column<int>(type: "integer", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participations", x => x.id);
                    table.CheckConstraint("ck_participations_run_forward", "valid_from <= valid_until");
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sealing_keys",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    master = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealing_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    watcher_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    managers_only = table.Column<bool>(type: "boolean", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    escalated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claims_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                schema: "identity",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_logins_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_passkeys",
                schema: "identity",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_account_passkeys_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_tokens_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "links",
                schema: "identity",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_links", x => x.hash);
                    table.ForeignKey(
                        name: "fk_links_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => new { x.user_id, x.hash });
                    table.ForeignKey(
                        name: "fk_recovery_codes_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "second_factors",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    last_step = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_factors", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_second_factors_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    locked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "directory_entries",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    name_sv = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "sv-x-icu"),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "sv-x-icu"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_sv = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    unit_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    assistance_sv = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    assistance_en = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    helps = table.Column<List<string>>(type: "text[]", nullable: false),
                    region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    municipality = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    target_groups = table.Column<List<string>>(type: "text[]", nullable: false),
                    capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    capacity_on = table.Column<DateOnly>(type: "date", nullable: true),
                    review_interval_days = table.Column<int>(type: "integer", nullable: false),
                    source_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_on_holidays = table.Column<bool>(type: "boolean", nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    verified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    verified_by = table.Column<Guid>(type: "uuid", nullable: true),
                    next_review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_directory_entries_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "pathway",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    lead = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_participation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    identification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    formally_identified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    intake = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    facts_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.CheckConstraint("ck_cases_closed_says_why", "(status <> 'Closed') OR (closed_because IS NOT NULL AND closed_on IS NOT NULL)");
                    table.CheckConstraint("ck_cases_identified_has_a_day", "(identification = 'FormallyIdentified') = (formally_identified_on IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_cases_lead_participation_id",
                        column: x => x.lead_participation_id,
                        principalSchema: "pathway",
                        principalTable: "participations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_forms",
                schema: "identity",
                columns: table => new
                {
                    session_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_forms", x => x.session_id);
                    table.ForeignKey(
                        name: "fk_kept_forms_session_id",
                        column: x => x.session_id,
                        principalSchema: "identity",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "directory_changes",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    @for = table.Column<Guid>(name: "for", type: "uuid", nullable: true),
                    field_names = table.Column<List<string>>(type: "text[]", nullable: false),
                    before = table.Column<List<string>>(type: "text[]", nullable: false),
                    after = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_directory_changes_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "pathway",
                        principalTable: "directory_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "directory_channels",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    normalised = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    area_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    label_sv = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    label_en = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    is_public = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_channels", x => x.id);
                    table.ForeignKey(
                        name: "fk_directory_channels_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "pathway",
                        principalTable: "directory_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "directory_concerns",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    proposed = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    text_sv = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    text_en = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: true),
                    raised_for = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_concerns", x => x.id);
                    table.ForeignKey(
                        name: "fk_directory_concerns_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "pathway",
                        principalTable: "directory_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "directory_hours",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    from_day = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    to_day = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opens = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    closes = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_hours", x => x.id);
                    table.ForeignKey(
                        name: "fk_directory_hours_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "pathway",
                        principalTable: "directory_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    profile = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answers = table.Column<List<string>>(type: "text[]", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    next_review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    conclusion = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessments_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "break_glass",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    was_justified = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_break_glass", x => x.id);
                    table.ForeignKey(
                        name: "fk_break_glass_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_reasons",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_reasons", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_reasons_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consent_decisions",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recipient = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    groups = table.Column<int>(type: "integer", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    interpreter = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    notes = table.Column<byte[]>(type: "bytea", nullable: true),
                    previous = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorder = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_consent_decisions_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "facts_versions",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    accompanying_ages = table.Column<List<string>>(type: "text[]", nullable: false),
                    accompanying_children = table.Column<int>(type: "integer", nullable: false),
                    acute_need = table.Column<bool>(type: "boolean", nullable: true),
                    age_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    age_uncertain = table.Column<bool>(type: "boolean", nullable: false),
                    detected_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    detected_by_organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    detected_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dialect = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    exploitation_types = table.Column<List<string>>(type: "text[]", nullable: false),
                    exposure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    gender = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    informed_in_language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    informed_of_rights = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    interpreter_gender = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    interpreter_needed = table.Column<bool>(type: "boolean", nullable: false),
                    labour_sectors = table.Column<List<string>>(type: "text[]", nullable: false),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    legal_status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    legal_status_valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    municipality = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    protected_identity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unaccompanied = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facts_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_facts_versions_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "health_versions",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_health_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_health_versions_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_versions",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_identity_versions_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigations",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    receiving_unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reported_to = table.Column<Guid>(type: "uuid", nullable: true),
                    led_by = table.Column<Guid>(type: "uuid", nullable: true),
                    leader_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    authority_unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    leader_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reference_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    offences = table.Column<List<string>>(type: "text[]", nullable: false),
                    initiated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    informed_of_permits_on = table.Column<DateOnly>(type: "date", nullable: true),
                    counsel_requested_on = table.Column<DateOnly>(type: "date", nullable: true),
                    counsel_appointed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigations", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigations_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "legal_grounds",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    groups = table.Column<int>(type: "integer", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorder = table.Column<Guid>(type: "uuid", nullable: false),
                    upheld = table.Column<bool>(type: "boolean", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewer = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_grounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_grounds_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "narrative_versions",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    acts = table.Column<List<string>>(type: "text[]", nullable: false),
                    means = table.Column<List<string>>(type: "text[]", nullable: false),
                    countries = table.Column<List<string>>(type: "text[]", nullable: false),
                    period_from = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    period_to = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    description = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_narrative_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_narrative_versions_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "referrals",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    service = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    urgency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    groups = table.Column<int>(type: "integer", nullable: false),
                    consent = table.Column<Guid>(type: "uuid", nullable: true),
                    ground = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    message = table.Column<byte[]>(type: "bytea", nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    responsible = table.Column<Guid>(type: "uuid", nullable: true),
                    first_contact_on = table.Column<DateOnly>(type: "date", nullable: true),
                    declined_because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    decline_text = table.Column<byte[]>(type: "bytea", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => x.id);
                    table.ForeignKey(
                        name: "fk_referrals_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safe_contact_summaries",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    through = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safe_contact_summaries", x => x.id);
                    table.ForeignKey(
                        name: "fk_safe_contact_summaries_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safe_contact_versions",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    last_checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    details = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safe_contact_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_safe_contact_versions_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_responsible = table.Column<bool>(type: "boolean", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_team_members_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_steps",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    led_by = table.Column<Guid>(type: "uuid", nullable: true),
                    leader_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_steps_investigation_id",
                        column: x => x.investigation_id,
                        principalSchema: "pathway",
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "investigation_summaries",
                schema: "pathway",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    investigation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigation_summaries", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigation_summaries_investigation_id",
                        column: x => x.investigation_id,
                        principalSchema: "pathway",
                        principalTable: "investigations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "referral_previews",
                schema: "pathway",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    age_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    gender = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    interpreter_needed = table.Column<bool>(type: "boolean", nullable: false),
                    service = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    urgency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_previews", x => x.referral_id);
                    table.ForeignKey(
                        name: "fk_referral_previews_case_id",
                        column: x => x.case_id,
                        principalSchema: "pathway",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_referral_previews_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "pathway",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_changes_state_decider_organisation",
                schema: "identity",
                table: "account_changes",
                columns: new[] { "state", "decider", "organisation" });

            migrationBuilder.CreateIndex(
                name: "ux_account_changes_waiting",
                schema: "identity",
                table: "account_changes",
                column: "account",
                unique: true,
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_account_claims_user_id",
                schema: "identity",
                table: "account_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_logins_user_id",
                schema: "identity",
                table: "account_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_passkeys_user_id",
                schema: "identity",
                table: "account_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "email_index",
                schema: "identity",
                table: "accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_name_id",
                schema: "identity",
                table: "accounts",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_organisation_id_name_id",
                schema: "identity",
                table: "accounts",
                columns: new[] { "organisation_id", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                schema: "identity",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessments_case",
                schema: "pathway",
                table: "assessments",
                columns: new[] { "case_id", "number" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_case_id_user_id_until",
                schema: "pathway",
                table: "break_glass",
                columns: new[] { "case_id", "user_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_case_reasons_case",
                schema: "pathway",
                table: "case_reasons",
                columns: new[] { "case_id", "number" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_cases_lead_participation_id",
                schema: "pathway",
                table: "cases",
                column: "lead_participation_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_reference",
                schema: "pathway",
                table: "cases",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consent_decisions_case_id_recipient_purpose_number",
                schema: "pathway",
                table: "consent_decisions",
                columns: new[] { "case_id", "recipient", "purpose", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_consent_decisions_valid_until",
                schema: "pathway",
                table: "consent_decisions",
                column: "valid_until",
                filter: "state = 'Given' AND valid_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_directory_changes_entry_id_number",
                schema: "pathway",
                table: "directory_changes",
                columns: new[] { "entry_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_directory_channels_entry_id_normalised",
                schema: "pathway",
                table: "directory_channels",
                columns: new[] { "entry_id", "normalised" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_directory_concerns_entry_id_state",
                schema: "pathway",
                table: "directory_concerns",
                columns: new[] { "entry_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_directory_entries_area_name_sv_id",
                schema: "pathway",
                table: "directory_entries",
                columns: new[] { "area", "name_sv", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_directory_entries_due",
                schema: "pathway",
                table: "directory_entries",
                column: "next_review_on",
                filter: "state = 'Published'");

            migrationBuilder.CreateIndex(
                name: "ix_directory_entries_organisation_id",
                schema: "pathway",
                table: "directory_entries",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_directory_entries_shown_en",
                schema: "pathway",
                table: "directory_entries",
                columns: new[] { "name_en", "id" },
                filter: "state IN ('Published', 'NeedsReview')");

            migrationBuilder.CreateIndex(
                name: "ix_directory_entries_shown_sv",
                schema: "pathway",
                table: "directory_entries",
                columns: new[] { "name_sv", "id" },
                filter: "state IN ('Published', 'NeedsReview')");

            migrationBuilder.CreateIndex(
                name: "ix_directory_entries_state_name_sv_id",
                schema: "pathway",
                table: "directory_entries",
                columns: new[] { "state", "name_sv", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_directory_hours_entry_id",
                schema: "pathway",
                table: "directory_hours",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_facts_versions_case",
                schema: "pathway",
                table: "facts_versions",
                columns: new[] { "case_id", "number" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_health_versions_case",
                schema: "pathway",
                table: "health_versions",
                columns: new[] { "case_id", "number" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_identity_versions_case",
                schema: "pathway",
                table: "identity_versions",
                columns: new[] { "case_id", "number" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_investigation_steps_case_id_investigation_id_number",
                schema: "pathway",
                table: "investigation_steps",
                columns: new[] { "case_id", "investigation_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_investigation_steps_investigation_id",
                schema: "pathway",
                table: "investigation_steps",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigation_summaries_case_id_investigation_id_number",
                schema: "pathway",
                table: "investigation_summaries",
                columns: new[] { "case_id", "investigation_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_investigation_summaries_investigation_id",
                schema: "pathway",
                table: "investigation_summaries",
                column: "investigation_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigations_case_id",
                schema: "pathway",
                table: "investigations",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_grounds_case_id_recipient_valid_until",
                schema: "pathway",
                table: "legal_grounds",
                columns: new[] { "case_id", "recipient", "valid_until" });

            migrationBuilder.CreateIndex(
                name: "ix_links_user_id",
                schema: "identity",
                table: "links",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_name_tokens_case_id",
                schema: "pathway",
                table: "name_tokens",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_narrative_versions_case",
                schema: "pathway",
                table: "narrative_versions",
                columns: new[] { "case_id", "number" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_notices_organisation_id_at_id",
                schema: "pathway",
                table: "notices",
                columns: new[] { "organisation_id", "at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_organisations_kind_name_sv",
                schema: "pathway",
                table: "organisations",
                columns: new[] { "kind", "name_sv" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                schema: "pathway",
                table: "outbox",
                column: "next_try_at",
                filter: "delivered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_participations_case",
                schema: "pathway",
                table: "participations",
                columns: new[] { "case_id", "organisation_id", "valid_until", "valid_from", "groups" });

            migrationBuilder.CreateIndex(
                name: "ix_participations_list",
                schema: "pathway",
                table: "participations",
                columns: new[] { "organisation_id", "case_changed_at", "case_id" },
                descending: new[] { false, true, true })
                .Annotation("Npgsql:IndexInclude", new[] { "groups", "valid_from", "valid_until" });

            migrationBuilder.CreateIndex(
                name: "ix_participations_reference",
                schema: "pathway",
                table: "participations",
                columns: new[] { "organisation_id", "case_reference" });

            migrationBuilder.CreateIndex(
                name: "ix_participations_source_id_valid_until",
                schema: "pathway",
                table: "participations",
                columns: new[] { "source_id", "valid_until" });

            migrationBuilder.CreateIndex(
                name: "ix_referral_previews_case_id",
                schema: "pathway",
                table: "referral_previews",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_case_id_status",
                schema: "pathway",
                table: "referrals",
                columns: new[] { "case_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_received",
                schema: "pathway",
                table: "referrals",
                columns: new[] { "recipient", "sent_at", "id" },
                descending: new[] { false, true, true },
                filter: "status <> 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_sent",
                schema: "pathway",
                table: "referrals",
                columns: new[] { "sender", "drafted_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_safe_contact_summaries_case",
                schema: "pathway",
                table: "safe_contact_summaries",
                columns: new[] { "case_id", "number" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_safe_contact_versions_case",
                schema: "pathway",
                table: "safe_contact_versions",
                columns: new[] { "case_id", "number" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_sealing_keys_case_id",
                schema: "pathway",
                table: "sealing_keys",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id_started_at",
                schema: "identity",
                table: "sessions",
                columns: new[] { "user_id", "started_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ux_sessions_live",
                schema: "identity",
                table: "sessions",
                column: "user_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_team_members_case",
                schema: "pathway",
                table: "team_members",
                columns: new[] { "case_id", "organisation_id", "user_id" },
                unique: true,
                filter: "removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_team_members_user",
                schema: "pathway",
                table: "team_members",
                columns: new[] { "user_id", "case_id" },
                filter: "removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_case",
                schema: "pathway",
                table: "work_items",
                columns: new[] { "case_id", "kind" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_due",
                schema: "pathway",
                table: "work_items",
                column: "due_at",
                filter: "closed_at IS NULL AND escalated_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_open",
                schema: "pathway",
                table: "work_items",
                columns: new[] { "organisation_id", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_remind",
                schema: "pathway",
                table: "work_items",
                column: "remind_at",
                filter: "closed_at IS NULL AND reminded_at IS NULL AND remind_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_source",
                schema: "pathway",
                table: "work_items",
                columns: new[] { "source_id", "kind" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_watched",
                schema: "pathway",
                table: "work_items",
                columns: new[] { "watcher_id", "due_at", "id" },
                filter: "closed_at IS NULL AND watcher_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_changes",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "account_claims",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "account_logins",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "account_passkeys",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "account_tokens",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "assessments",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "break_glass",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "case_reasons",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "consent_decisions",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "directory_changes",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "directory_channels",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "directory_concerns",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "directory_hours",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "facts_versions",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "health_versions",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "hotline_changes",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "identity_versions",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "installation_keys",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "investigation_steps",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "investigation_summaries",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "kept_forms",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "legal_grounds",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "links",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "name_tokens",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "narrative_versions",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "notices",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "protection_keys",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "recovery_codes",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "referral_previews",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "safe_contact_summaries",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "safe_contact_versions",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "sealing_keys",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "second_factors",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "team_members",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "work_items",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "directory_entries",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "investigations",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "referrals",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "organisations",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "accounts",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "pathway");

            migrationBuilder.DropTable(
                name: "participations",
                schema: "pathway");
        }
    }
}
