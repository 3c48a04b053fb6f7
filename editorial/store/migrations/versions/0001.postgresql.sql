CREATE TABLE campaign (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    strategic_objective TEXT NOT NULL,
    sales_objective TEXT NOT NULL,
    starts DATE,
    ends DATE,
    internal_launch DATE,
    external_launch DATE,
    colour VARCHAR NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT ends_after_start CHECK (starts IS NULL OR ends IS NULL OR starts <= ends),
    UNIQUE (uid),
    UNIQUE (name)
);

CREATE TABLE change (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    at TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    author VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    joins VARCHAR NOT NULL,
    revision VARCHAR NOT NULL,
    undoes INTEGER,
    undone_by INTEGER,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uid),
    FOREIGN KEY(undoes) REFERENCES change (id),
    FOREIGN KEY(undone_by) REFERENCES change (id)
);

CREATE INDEX change_author ON change (author, id);

CREATE INDEX ix_change_undoes ON change (undoes);

CREATE TABLE day_note (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    first DATE NOT NULL,
    last DATE NOT NULL,
    kind VARCHAR(20) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT last_after_first CHECK (first <= last),
    CONSTRAINT kind_known CHECK (kind IS NULL OR kind = 'closed day' OR kind = 'company event' OR kind = 'key date' OR kind = 'theme'),
    UNIQUE (uid)
);

CREATE INDEX ix_day_note_first ON day_note (first);

CREATE INDEX ix_day_note_last ON day_note (last);

CREATE TABLE find_name (
    tab VARCHAR(30) NOT NULL,
    id INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (tab, id)
);

CREATE TABLE find_title (
    id SERIAL NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE format (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    length VARCHAR(20) NOT NULL,
    medium VARCHAR(20) NOT NULL,
    effort_days VARCHAR(40),
    rung INTEGER,
    retired BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT length_known CHECK (length IS NULL OR length = 'short' OR length = 'long'),
    CONSTRAINT medium_known CHECK (medium IS NULL OR medium = 'text' OR medium = 'graphic' OR medium = 'audio' OR medium = 'video' OR medium = 'event' OR medium = 'conversation'),
    UNIQUE (uid),
    UNIQUE (name)
);

CREATE TABLE interest (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    weight VARCHAR(40) NOT NULL,
    longest_gap INTEGER,
    colour VARCHAR NOT NULL,
    retired BOOLEAN NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT weight_not_negative CHECK (CAST(weight AS NUMERIC) >= 0),
    CONSTRAINT gap_not_negative CHECK (longest_gap IS NULL OR longest_gap >= 0),
    UNIQUE (uid),
    UNIQUE (name)
);

CREATE TABLE journal_open (
    id SERIAL NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE journal_row (
    id SERIAL NOT NULL,
    change_id INTEGER NOT NULL,
    tab VARCHAR(30) NOT NULL,
    kind VARCHAR(30) NOT NULL,
    record INTEGER NOT NULL,
    op VARCHAR(6) NOT NULL,
    key JSONB NOT NULL,
    before JSONB,
    after JSONB,
    PRIMARY KEY (id)
);

CREATE INDEX journal_row_record ON journal_row (kind, record, change_id);

CREATE TABLE person (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    outside_id VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    interviews_a_month INTEGER,
    hours_a_quarter INTEGER,
    readiness VARCHAR(20),
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT readiness_known CHECK (readiness IS NULL OR readiness = 'spotted' OR readiness = 'invited' OR readiness = 'contributing' OR readiness = 'SME'),
    CONSTRAINT interviews_not_negative CHECK (interviews_a_month IS NULL OR interviews_a_month >= 0),
    CONSTRAINT hours_not_negative CHECK (hours_a_quarter IS NULL OR hours_a_quarter >= 0),
    UNIQUE (uid)
);

CREATE INDEX ix_person_name ON person (name);

CREATE INDEX person_outside_id ON person (outside_id);

CREATE TABLE saved_view (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    view TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (place, name),
    UNIQUE (uid)
);

CREATE TABLE stage (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    definition TEXT NOT NULL,
    question TEXT NOT NULL,
    signal TEXT NOT NULL,
    approach TEXT NOT NULL,
    avoid TEXT NOT NULL,
    natural_kind VARCHAR(20),
    sales_ready BOOLEAN NOT NULL,
    floor VARCHAR(40),
    colour VARCHAR NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT natural_kind_known CHECK (natural_kind IS NULL OR natural_kind = 'aspirational' OR natural_kind = 'practical'),
    CONSTRAINT floor_is_share CHECK (floor IS NULL OR CAST(floor AS NUMERIC) BETWEEN 0 AND 1),
    UNIQUE (uid),
    UNIQUE (name)
);

CREATE TABLE status (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    phase VARCHAR(20) NOT NULL,
    colour VARCHAR NOT NULL,
    wip_limit INTEGER,
    gate TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT phase_known CHECK (phase IS NULL OR phase = 'idea' OR phase = 'production' OR phase = 'ready' OR phase = 'published' OR phase = 'parked'),
    UNIQUE (uid),
    UNIQUE (name)
);

CREATE TABLE workspace (
    id INTEGER NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    time_zone VARCHAR NOT NULL,
    fiscal_month INTEGER NOT NULL,
    week_start INTEGER NOT NULL,
    weekend VARCHAR NOT NULL,
    country VARCHAR NOT NULL,
    subdivision VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    mix_target VARCHAR(40) NOT NULL,
    mix_tolerance VARCHAR(40) NOT NULL,
    ranking_weights VARCHAR NOT NULL,
    sample BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT one_row CHECK (id = 1),
    CONSTRAINT fiscal_month_in_year CHECK (fiscal_month BETWEEN 1 AND 12),
    CONSTRAINT week_start_in_week CHECK (week_start BETWEEN 0 AND 6),
    CONSTRAINT mix_target_is_share CHECK (CAST(mix_target AS NUMERIC) BETWEEN 0 AND 1),
    CONSTRAINT mix_tolerance_is_share CHECK (CAST(mix_tolerance AS NUMERIC) BETWEEN 0 AND 1),
    UNIQUE (uid)
);

CREATE TABLE channel (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    onsite BOOLEAN NOT NULL,
    owner_id INTEGER,
    colour VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid),
    UNIQUE (name),
    FOREIGN KEY(owner_id) REFERENCES person (id) ON DELETE SET NULL
);

CREATE INDEX ix_channel_owner_id ON channel (owner_id);

CREATE TABLE person_interest (
    person_id INTEGER NOT NULL,
    interest_id INTEGER NOT NULL,
    PRIMARY KEY (person_id, interest_id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    FOREIGN KEY(interest_id) REFERENCES interest (id) ON DELETE CASCADE
);

CREATE INDEX ix_person_interest_interest_id ON person_interest (interest_id);

CREATE TABLE person_role (
    person_id INTEGER NOT NULL,
    role VARCHAR(20) NOT NULL,
    PRIMARY KEY (person_id, role),
    CONSTRAINT person_role_known CHECK (role IS NULL OR role = 'SME' OR role = 'editor' OR role = 'salesperson' OR role = 'speaker' OR role = 'analyst' OR role = 'academic' OR role = 'blogger' OR role = 'journalist' OR role = 'customer'),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE segment (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    archetype TEXT NOT NULL,
    worries TEXT NOT NULL,
    why_them TEXT NOT NULL,
    weight VARCHAR(40) NOT NULL,
    colour VARCHAR NOT NULL,
    longest_silence INTEGER,
    owner_id INTEGER,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT weight_not_negative CHECK (CAST(weight AS NUMERIC) >= 0),
    CONSTRAINT silence_not_negative CHECK (longest_silence IS NULL OR longest_silence >= 0),
    UNIQUE (uid),
    UNIQUE (name),
    FOREIGN KEY(owner_id) REFERENCES person (id) ON DELETE SET NULL
);

CREATE INDEX ix_segment_owner_id ON segment (owner_id);

CREATE TABLE person_segment (
    person_id INTEGER NOT NULL,
    segment_id INTEGER NOT NULL,
    PRIMARY KEY (person_id, segment_id),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    FOREIGN KEY(segment_id) REFERENCES segment (id) ON DELETE CASCADE
);

CREATE INDEX ix_person_segment_segment_id ON person_segment (segment_id);

CREATE TABLE piece (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    outside_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    angle TEXT NOT NULL,
    kind VARCHAR(20),
    stage_id INTEGER,
    interest_id INTEGER,
    format_id INTEGER,
    channel_id INTEGER,
    campaign_id INTEGER,
    status_id INTEGER NOT NULL,
    planned DATE,
    precision VARCHAR(20) NOT NULL,
    time VARCHAR,
    published_on DATE,
    owner_id INTEGER,
    origin TEXT NOT NULL,
    lead VARCHAR(20),
    timely BOOLEAN NOT NULL,
    exclusive_until DATE,
    exclusive_because TEXT NOT NULL,
    evergreen BOOLEAN NOT NULL,
    review_date DATE,
    stale_on DATE,
    audit VARCHAR(20),
    insight_belief TEXT NOT NULL,
    insight_wrong TEXT NOT NULL,
    insight_cost TEXT NOT NULL,
    insight_new TEXT NOT NULL,
    brief TEXT NOT NULL,
    draft TEXT NOT NULL,
    url VARCHAR NOT NULL,
    made_from_id INTEGER,
    companion_id INTEGER,
    next_piece_id INTEGER,
    tag VARCHAR(20) NOT NULL,
    tag_reason TEXT NOT NULL,
    notes TEXT NOT NULL,
    created TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    binned TIMESTAMP WITHOUT TIME ZONE,
    publish_date DATE GENERATED ALWAYS AS (CASE WHEN binned IS NULL THEN coalesce(published_on, planned) END) STORED,
    PRIMARY KEY (id),
    CONSTRAINT titled CHECK (trim(title) <> ''),
    CONSTRAINT kind_known CHECK (kind IS NULL OR kind = 'aspirational' OR kind = 'practical'),
    CONSTRAINT precision_known CHECK (precision IS NULL OR precision = 'day' OR precision = 'week' OR precision = 'month' OR precision = 'quarter'),
    CONSTRAINT lead_known CHECK (lead IS NULL OR lead = 'issue-led' OR lead = 'offering-led'),
    CONSTRAINT tag_known CHECK (tag IS NULL OR tag = 'proposed' OR tag = 'agreed' OR tag = 'disputed'),
    CONSTRAINT audit_known CHECK (audit IS NULL OR audit = 'keep' OR audit = 'update' OR audit = 'repurpose' OR audit = 'retire'),
    CONSTRAINT time_is_wall_time CHECK (time IS NULL OR time LIKE '__:__'),
    UNIQUE (uid),
    FOREIGN KEY(stage_id) REFERENCES stage (id),
    FOREIGN KEY(interest_id) REFERENCES interest (id),
    FOREIGN KEY(format_id) REFERENCES format (id),
    FOREIGN KEY(channel_id) REFERENCES channel (id),
    FOREIGN KEY(campaign_id) REFERENCES campaign (id),
    FOREIGN KEY(status_id) REFERENCES status (id),
    FOREIGN KEY(owner_id) REFERENCES person (id),
    FOREIGN KEY(made_from_id) REFERENCES piece (id) ON DELETE SET NULL,
    FOREIGN KEY(companion_id) REFERENCES piece (id) ON DELETE SET NULL,
    FOREIGN KEY(next_piece_id) REFERENCES piece (id) ON DELETE SET NULL
);

CREATE INDEX piece_binned ON piece (binned) WHERE binned IS NOT NULL;

CREATE INDEX piece_campaign_id ON piece (campaign_id) WHERE campaign_id IS NOT NULL;

CREATE INDEX piece_companion_id ON piece (companion_id) WHERE companion_id IS NOT NULL;

CREATE INDEX piece_made_from_id ON piece (made_from_id) WHERE made_from_id IS NOT NULL;

CREATE INDEX piece_next_piece_id ON piece (next_piece_id) WHERE next_piece_id IS NOT NULL;

CREATE INDEX piece_outside_id ON piece (outside_id) WHERE outside_id <> '';

CREATE INDEX piece_owner_id ON piece (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX piece_range ON piece (publish_date, status_id, stage_id, kind, interest_id, precision, published_on);

CREATE INDEX piece_stock ON piece (status_id, publish_date, stage_id, review_date, audit) WHERE evergreen;

CREATE INDEX piece_timely ON piece (publish_date, status_id, stage_id, exclusive_until, precision, published_on) WHERE timely;

CREATE INDEX piece_url ON piece (url) WHERE url <> '';

CREATE TABLE target (
    segment_id INTEGER NOT NULL,
    stage_id INTEGER NOT NULL,
    target INTEGER NOT NULL,
    PRIMARY KEY (segment_id, stage_id),
    CONSTRAINT target_not_negative CHECK (target >= 0),
    FOREIGN KEY(segment_id) REFERENCES segment (id) ON DELETE CASCADE,
    FOREIGN KEY(stage_id) REFERENCES stage (id) ON DELETE CASCADE
);

CREATE INDEX ix_target_stage_id ON target (stage_id);

CREATE TABLE assignment (
    piece_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    role VARCHAR(20) NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    status VARCHAR(20) DEFAULT 'proposed' NOT NULL,
    PRIMARY KEY (piece_id, person_id, role),
    CONSTRAINT assignment_role_known CHECK (role IS NULL OR role = 'source' OR role = 'author' OR role = 'reviewer' OR role = 'approver' OR role = 'designer' OR role = 'speaker'),
    CONSTRAINT assignment_status_known CHECK (status IS NULL OR status = 'proposed' OR status = 'accepted' OR status = 'declined' OR status = 'delivered'),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE,
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_assignment_person_id ON assignment (person_id);

CREATE TABLE piece_interest (
    piece_id INTEGER NOT NULL,
    interest_id INTEGER NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (piece_id, interest_id),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE,
    FOREIGN KEY(interest_id) REFERENCES interest (id)
);

CREATE INDEX ix_piece_interest_interest_id ON piece_interest (interest_id);

CREATE TABLE piece_link (
    id SERIAL NOT NULL,
    piece_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE
);

CREATE INDEX ix_piece_link_piece_id ON piece_link (piece_id);

CREATE TABLE piece_segment (
    piece_id INTEGER NOT NULL,
    segment_id INTEGER NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (piece_id, segment_id),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE,
    FOREIGN KEY(segment_id) REFERENCES segment (id)
);

CREATE INDEX ix_piece_segment_segment_id ON piece_segment (segment_id);

CREATE TABLE piece_stage (
    piece_id INTEGER NOT NULL,
    stage_id INTEGER NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (piece_id, stage_id),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE,
    FOREIGN KEY(stage_id) REFERENCES stage (id)
);

CREATE INDEX ix_piece_stage_stage_id ON piece_stage (stage_id);
