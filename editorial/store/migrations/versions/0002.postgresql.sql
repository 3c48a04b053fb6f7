CREATE TABLE mute (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    about VARCHAR NOT NULL,
    until DATE NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid)
);

CREATE TABLE planning_session (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    day DATE NOT NULL,
    decisions TEXT NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid)
);

CREATE TABLE relevance_review (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    day DATE NOT NULL,
    answers TEXT NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid)
);

CREATE TABLE stage_agreement (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    marketing VARCHAR NOT NULL,
    sales VARCHAR NOT NULL,
    day DATE NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT version_from_one CHECK (version >= 1),
    UNIQUE (uid),
    UNIQUE (version)
);

CREATE TABLE weight_set (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    weights TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid),
    UNIQUE (name)
);

ALTER TABLE workspace ADD COLUMN likely_weights VARCHAR DEFAULT '{}' NOT NULL;

ALTER TABLE workspace ADD COLUMN timely_share VARCHAR(40) DEFAULT '0.20' NOT NULL;

ALTER TABLE workspace ADD CONSTRAINT timely_share_is_share CHECK (CAST(timely_share AS NUMERIC) BETWEEN 0 AND 1);

CREATE TABLE agreed_stage (
    id SERIAL NOT NULL,
    stage_agreement_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    stage_id INTEGER,
    name VARCHAR NOT NULL,
    definition TEXT NOT NULL,
    question TEXT NOT NULL,
    signal TEXT NOT NULL,
    approach TEXT NOT NULL,
    avoid TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    FOREIGN KEY(stage_agreement_id) REFERENCES stage_agreement (id) ON DELETE CASCADE,
    FOREIGN KEY(stage_id) REFERENCES stage (id) ON DELETE SET NULL
);

CREATE INDEX ix_agreed_stage_stage_agreement_id ON agreed_stage (stage_agreement_id);

CREATE INDEX ix_agreed_stage_stage_id ON agreed_stage (stage_id);

CREATE TABLE format_step (
    id SERIAL NOT NULL,
    format_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    role VARCHAR(20),
    "offset" INTEGER NOT NULL,
    hours VARCHAR(40),
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT step_role_known CHECK (role IS NULL OR role = 'source' OR role = 'author' OR role = 'reviewer' OR role = 'approver' OR role = 'designer' OR role = 'speaker'),
    FOREIGN KEY(format_id) REFERENCES format (id) ON DELETE CASCADE
);

CREATE INDEX ix_format_step_format_id ON format_step (format_id);

CREATE TABLE interview (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    interviewer_id INTEGER,
    day DATE,
    time VARCHAR,
    minutes INTEGER NOT NULL,
    place VARCHAR NOT NULL,
    status VARCHAR(20) NOT NULL,
    questions TEXT NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT time_is_wall_time CHECK (time IS NULL OR time LIKE '__:__'),
    CONSTRAINT interview_status_known CHECK (status IS NULL OR status = 'to arrange' OR status = 'arranged' OR status = 'held' OR status = 'cancelled'),
    CONSTRAINT minutes_not_negative CHECK (minutes >= 0),
    UNIQUE (uid),
    FOREIGN KEY(interviewer_id) REFERENCES person (id)
);

CREATE INDEX ix_interview_day ON interview (day);

CREATE INDEX ix_interview_interviewer_id ON interview (interviewer_id);

CREATE TABLE person_away (
    id SERIAL NOT NULL,
    person_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    first DATE NOT NULL,
    last DATE NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT back_after_leaving CHECK (first <= last),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX ix_person_away_person_id ON person_away (person_id);

CREATE TABLE session_person (
    planning_session_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (planning_session_id, person_id),
    FOREIGN KEY(planning_session_id) REFERENCES planning_session (id) ON DELETE CASCADE,
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_session_person_person_id ON session_person (person_id);

CREATE TABLE interview_person (
    interview_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (interview_id, person_id),
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE,
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_interview_person_person_id ON interview_person (person_id);

CREATE TABLE slot (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    first DATE NOT NULL,
    last DATE,
    time VARCHAR,
    format_id INTEGER,
    channel_id INTEGER,
    kind VARCHAR(20),
    timely BOOLEAN NOT NULL,
    fallback_id INTEGER,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT time_is_wall_time CHECK (time IS NULL OR time LIKE '__:__'),
    CONSTRAINT last_after_first CHECK (last IS NULL OR first <= last),
    CONSTRAINT kind_known CHECK (kind IS NULL OR kind = 'aspirational' OR kind = 'practical'),
    UNIQUE (uid),
    FOREIGN KEY(format_id) REFERENCES format (id),
    FOREIGN KEY(channel_id) REFERENCES channel (id)
);

CREATE INDEX ix_slot_channel_id ON slot (channel_id);

CREATE INDEX ix_slot_fallback_id ON slot (fallback_id);

CREATE INDEX ix_slot_format_id ON slot (format_id);

ALTER TABLE piece ADD COLUMN tag_version INTEGER;

ALTER TABLE piece ADD COLUMN change_level VARCHAR(20);

ALTER TABLE piece ADD COLUMN catalyst TEXT DEFAULT '' NOT NULL;

ALTER TABLE piece ADD COLUMN not_obvious TEXT DEFAULT '' NOT NULL;

ALTER TABLE piece ADD COLUMN marker TEXT DEFAULT '' NOT NULL;

ALTER TABLE piece ADD COLUMN trend TEXT DEFAULT '' NOT NULL;

ALTER TABLE piece ADD COLUMN meaning TEXT DEFAULT '' NOT NULL;

ALTER TABLE piece ADD COLUMN reaction TEXT DEFAULT '' NOT NULL;

ALTER TABLE piece ADD COLUMN trigger_date DATE;

ALTER TABLE piece ADD COLUMN sales_tone VARCHAR(20);

ALTER TABLE piece ADD COLUMN is_relevant BOOLEAN DEFAULT false NOT NULL;

ALTER TABLE piece ADD COLUMN is_timely BOOLEAN DEFAULT false NOT NULL;

ALTER TABLE piece ADD COLUMN is_useful BOOLEAN DEFAULT false NOT NULL;

ALTER TABLE piece ADD COLUMN parked_until DATE;

ALTER TABLE piece ADD COLUMN parked_because TEXT DEFAULT '' NOT NULL;

ALTER TABLE piece ADD COLUMN slot_id INTEGER;

ALTER TABLE piece ADD COLUMN session_id INTEGER;

ALTER TABLE piece ADD COLUMN given_by_id INTEGER;

ALTER TABLE piece ADD COLUMN quality INTEGER;

ALTER TABLE piece ADD CONSTRAINT change_level_known CHECK (change_level IS NULL OR change_level = 'personal' OR change_level = 'organisation' OR change_level = 'industry');

ALTER TABLE piece ADD CONSTRAINT quality_in_range CHECK (quality IS NULL OR quality BETWEEN 1 AND 5);

ALTER TABLE piece ADD CONSTRAINT sales_tone_known CHECK (sales_tone IS NULL OR sales_tone = 'none' OR sales_tone = 'soft' OR sales_tone = 'direct');

CREATE INDEX piece_given_by_id ON piece (given_by_id) WHERE given_by_id IS NOT NULL;

CREATE INDEX piece_session_id ON piece (session_id) WHERE session_id IS NOT NULL;

CREATE INDEX piece_slot_id ON piece (slot_id) WHERE slot_id IS NOT NULL;

CREATE TABLE slot_exception (
    id SERIAL NOT NULL,
    slot_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    day DATE NOT NULL,
    moved_to DATE,
    PRIMARY KEY (id),
    FOREIGN KEY(slot_id) REFERENCES slot (id) ON DELETE CASCADE
);

CREATE INDEX ix_slot_exception_slot_id ON slot_exception (slot_id);

ALTER TABLE assignment ADD COLUMN due DATE;

ALTER TABLE assignment ADD COLUMN hours VARCHAR(40);

ALTER TABLE assignment ADD COLUMN reason TEXT DEFAULT '' NOT NULL;

ALTER TABLE assignment ADD COLUMN note TEXT DEFAULT '' NOT NULL;

CREATE TABLE field_note (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name TEXT NOT NULL,
    day DATE NOT NULL,
    person_id INTEGER,
    segment_id INTEGER,
    interest_id INTEGER,
    piece_id INTEGER,
    done TEXT NOT NULL,
    told_back_on DATE,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(segment_id) REFERENCES segment (id),
    FOREIGN KEY(interest_id) REFERENCES interest (id),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE SET NULL
);

CREATE INDEX ix_field_note_interest_id ON field_note (interest_id);

CREATE INDEX ix_field_note_person_id ON field_note (person_id);

CREATE INDEX ix_field_note_piece_id ON field_note (piece_id);

CREATE INDEX ix_field_note_segment_id ON field_note (segment_id);

CREATE TABLE interview_piece (
    interview_id INTEGER NOT NULL,
    piece_id INTEGER NOT NULL,
    PRIMARY KEY (interview_id, piece_id),
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE,
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE
);

CREATE INDEX ix_interview_piece_piece_id ON interview_piece (piece_id);

CREATE TABLE piece_use (
    piece_id INTEGER NOT NULL,
    use VARCHAR(40) NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (piece_id, use),
    CONSTRAINT piece_use_known CHECK (use IS NULL OR use = 'open a cold conversation' OR use = 'open a warm one' OR use = 'hook in an e-mail' OR use = 'stay in touch' OR use = 'ask permission to discuss'),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE
);

CREATE TABLE request (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    day DATE NOT NULL,
    person_id INTEGER,
    asked_by VARCHAR NOT NULL,
    wanted_on DATE,
    segment_id INTEGER,
    stage_id INTEGER,
    interest_id INTEGER,
    piece_id INTEGER,
    leaves_id INTEGER,
    outcome VARCHAR(20) NOT NULL,
    reply TEXT NOT NULL,
    answered_on DATE,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT outcome_known CHECK (outcome IS NULL OR outcome = 'open' OR outcome = 'accepted' OR outcome = 'declined'),
    UNIQUE (uid),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(segment_id) REFERENCES segment (id),
    FOREIGN KEY(stage_id) REFERENCES stage (id),
    FOREIGN KEY(interest_id) REFERENCES interest (id),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE SET NULL,
    FOREIGN KEY(leaves_id) REFERENCES piece (id) ON DELETE SET NULL
);

CREATE INDEX ix_request_interest_id ON request (interest_id);

CREATE INDEX ix_request_leaves_id ON request (leaves_id);

CREATE INDEX ix_request_person_id ON request (person_id);

CREATE INDEX ix_request_piece_id ON request (piece_id);

CREATE INDEX ix_request_segment_id ON request (segment_id);

CREATE INDEX ix_request_stage_id ON request (stage_id);

CREATE TABLE task (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    piece_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    role VARCHAR(20),
    "offset" INTEGER,
    due DATE,
    person_id INTEGER,
    hours VARCHAR(40),
    done_on DATE,
    pinned BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT task_role_known CHECK (role IS NULL OR role = 'source' OR role = 'author' OR role = 'reviewer' OR role = 'approver' OR role = 'designer' OR role = 'speaker'),
    UNIQUE (uid),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE,
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_task_person_id ON task (person_id);

CREATE INDEX ix_task_piece_id ON task (piece_id);

CREATE INDEX task_due ON task (due, done_on);

CREATE TABLE evidence (
    id SERIAL NOT NULL,
    piece_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    text TEXT NOT NULL,
    address VARCHAR NOT NULL,
    interview_id INTEGER,
    field_note_id INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT evidence_kind_known CHECK (kind IS NULL OR kind = 'survey' OR kind = 'interview' OR kind = 'field note' OR kind = 'feedback' OR kind = 'link'),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE,
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL,
    FOREIGN KEY(field_note_id) REFERENCES field_note (id) ON DELETE SET NULL
);

CREATE INDEX ix_evidence_field_note_id ON evidence (field_note_id);

CREATE INDEX ix_evidence_interview_id ON evidence (interview_id);

CREATE INDEX ix_evidence_piece_id ON evidence (piece_id);

ALTER TABLE piece ADD FOREIGN KEY(slot_id) REFERENCES slot (id) ON DELETE SET NULL;

ALTER TABLE piece ADD FOREIGN KEY(session_id) REFERENCES planning_session (id) ON DELETE SET NULL;

ALTER TABLE piece ADD FOREIGN KEY(given_by_id) REFERENCES person (id);

ALTER TABLE slot ADD CONSTRAINT slot_fallback FOREIGN KEY(fallback_id) REFERENCES piece (id) ON DELETE SET NULL;
