CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    at DATETIME NOT NULL,
    author VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    joins VARCHAR NOT NULL,
    revision VARCHAR NOT NULL,
    undoes INTEGER,
    undone_by INTEGER,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    final BOOLEAN DEFAULT 0 NOT NULL,
    UNIQUE (uid),
    FOREIGN KEY(undoes) REFERENCES change (id),
    FOREIGN KEY(undone_by) REFERENCES change (id)
);

CREATE INDEX change_author ON change (author, id);

CREATE INDEX ix_change_undoes ON change (undoes);

CREATE TABLE person (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    outside_id VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    interviews_a_month INTEGER,
    hours_a_quarter INTEGER,
    readiness VARCHAR(20),
    notes TEXT NOT NULL,
    place VARCHAR DEFAULT '' NOT NULL,
    time_zone VARCHAR DEFAULT '' NOT NULL,
    works_from VARCHAR,
    works_until VARCHAR,
    weekdays VARCHAR DEFAULT '' NOT NULL,
    reach INTEGER,
    blog VARCHAR(20),
    blog_address VARCHAR DEFAULT '' NOT NULL,
    blog_last_post DATE,
    successor_id INTEGER,
    last_contact DATE,
    policy_signed_on DATE,
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT readiness_known CHECK (readiness IS NULL OR readiness = 'spotted' OR readiness = 'invited' OR readiness = 'contributing' OR readiness = 'SME'),
    CONSTRAINT blog_known CHECK (blog IS NULL OR blog = 'onsite' OR blog = 'offsite'),
    CONSTRAINT works_from_is_wall_time CHECK (works_from IS NULL OR works_from LIKE '__:__'),
    CONSTRAINT works_until_is_wall_time CHECK (works_until IS NULL OR works_until LIKE '__:__'),
    CONSTRAINT reach_not_negative CHECK (reach IS NULL OR reach >= 0),
    CONSTRAINT interviews_not_negative CHECK (interviews_a_month IS NULL OR interviews_a_month >= 0),
    CONSTRAINT hours_not_negative CHECK (hours_a_quarter IS NULL OR hours_a_quarter >= 0),
    UNIQUE (uid),
    FOREIGN KEY(successor_id) REFERENCES person (id) ON DELETE SET NULL
);

CREATE INDEX ix_person_name ON person (name);

CREATE INDEX ix_person_successor_id ON person (successor_id);

CREATE INDEX person_outside_id ON person (outside_id);

CREATE TABLE question_template (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR(20),
    role VARCHAR(20),
    questions TEXT NOT NULL,
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT kind_known CHECK (kind IS NULL OR kind = 'aspirational' OR kind = 'practical'),
    CONSTRAINT role_known CHECK (role IS NULL OR role = 'SME' OR role = 'editor' OR role = 'salesperson' OR role = 'speaker' OR role = 'analyst' OR role = 'academic' OR role = 'blogger' OR role = 'journalist' OR role = 'customer'),
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
    likely_weights VARCHAR DEFAULT '{}' NOT NULL,
    timely_share VARCHAR(40) DEFAULT '0.20' NOT NULL,
    sample BOOLEAN NOT NULL,
    reminders VARCHAR DEFAULT '{}' NOT NULL,
    blog_policy TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT one_row CHECK (id = 1),
    CONSTRAINT fiscal_month_in_year CHECK (fiscal_month BETWEEN 1 AND 12),
    CONSTRAINT week_start_in_week CHECK (week_start BETWEEN 0 AND 6),
    CONSTRAINT mix_target_is_share CHECK (CAST(mix_target AS NUMERIC) BETWEEN 0 AND 1),
    CONSTRAINT mix_tolerance_is_share CHECK (CAST(mix_tolerance AS NUMERIC) BETWEEN 0 AND 1),
    CONSTRAINT timely_share_is_share CHECK (CAST(timely_share AS NUMERIC) BETWEEN 0 AND 1),
    UNIQUE (uid)
);

CREATE TABLE interview (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
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
    asked_on DATE,
    sequence INTEGER DEFAULT '0' NOT NULL,
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT time_is_wall_time CHECK (time IS NULL OR time LIKE '__:__'),
    CONSTRAINT interview_status_known CHECK (status IS NULL OR status = 'to arrange' OR status = 'arranged' OR status = 'held' OR status = 'cancelled'),
    CONSTRAINT minutes_not_negative CHECK (minutes >= 0),
    UNIQUE (uid),
    FOREIGN KEY(interviewer_id) REFERENCES person (id)
);

CREATE INDEX ix_interview_day ON interview (day);

CREATE INDEX ix_interview_interviewer_id ON interview (interviewer_id);

CREATE TABLE packet (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    made DATETIME NOT NULL,
    asked TEXT NOT NULL,
    answered DATETIME,
    UNIQUE (uid),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX ix_packet_person_id ON packet (person_id);

CREATE TABLE answer_card (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    name TEXT NOT NULL,
    day DATE NOT NULL,
    segment_id INTEGER,
    interest_id INTEGER,
    expires DATE,
    notes TEXT NOT NULL,
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid),
    FOREIGN KEY(segment_id) REFERENCES segment (id),
    FOREIGN KEY(interest_id) REFERENCES interest (id)
);

CREATE INDEX ix_answer_card_interest_id ON answer_card (interest_id);

CREATE INDEX ix_answer_card_segment_id ON answer_card (segment_id);

CREATE TABLE interview_person (
    interview_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    answer VARCHAR(20) DEFAULT 'proposed' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    wish DATE,
    PRIMARY KEY (interview_id, person_id),
    CONSTRAINT interview_answer_known CHECK (answer = 'proposed' OR answer = 'accepted' OR answer = 'declined'),
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE,
    FOREIGN KEY(person_id) REFERENCES person (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_interview_person_person_id ON interview_person (person_id);

CREATE TABLE question (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    name TEXT NOT NULL,
    day DATE NOT NULL,
    asks VARCHAR NOT NULL,
    segment_id INTEGER,
    stage_id INTEGER,
    interest_id INTEGER,
    votes INTEGER NOT NULL,
    due DATE,
    notes TEXT NOT NULL,
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT votes_not_negative CHECK (votes >= 0),
    UNIQUE (uid),
    FOREIGN KEY(segment_id) REFERENCES segment (id),
    FOREIGN KEY(stage_id) REFERENCES stage (id),
    FOREIGN KEY(interest_id) REFERENCES interest (id)
);

CREATE INDEX ix_question_interest_id ON question (interest_id);

CREATE INDEX ix_question_segment_id ON question (segment_id);

CREATE INDEX ix_question_stage_id ON question (stage_id);

CREATE TABLE quote (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    name TEXT NOT NULL,
    person_id INTEGER,
    interview_id INTEGER,
    mark VARCHAR NOT NULL,
    clearance VARCHAR(20) NOT NULL,
    asked_on DATE,
    answered_on DATE,
    answered_by VARCHAR NOT NULL,
    reason TEXT NOT NULL,
    notes TEXT NOT NULL,
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT clearance_known CHECK (clearance IS NULL OR clearance = 'not asked' OR clearance = 'asked' OR clearance = 'cleared' OR clearance = 'refused'),
    UNIQUE (uid),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL
);

CREATE INDEX ix_quote_interview_id ON quote (interview_id);

CREATE INDEX ix_quote_person_id ON quote (person_id);

CREATE TABLE tip (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    name TEXT NOT NULL,
    day DATE NOT NULL,
    situation TEXT NOT NULL,
    failed TEXT NOT NULL,
    proof TEXT NOT NULL,
    person_id INTEGER,
    segment_id INTEGER,
    stage_id INTEGER,
    notes TEXT NOT NULL,
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(segment_id) REFERENCES segment (id),
    FOREIGN KEY(stage_id) REFERENCES stage (id)
);

CREATE INDEX ix_tip_person_id ON tip (person_id);

CREATE INDEX ix_tip_segment_id ON tip (segment_id);

CREATE INDEX ix_tip_stage_id ON tip (stage_id);

CREATE TABLE transcript (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    interview_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid),
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE
);

CREATE INDEX ix_transcript_interview_id ON transcript (interview_id);

CREATE TABLE assignment (
    piece_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    role VARCHAR(20) NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    status VARCHAR(20) DEFAULT 'proposed' NOT NULL,
    due DATE,
    hours VARCHAR(40),
    reason TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    asked_on DATE,
    answered_on DATE,
    delivered_on DATE,
    wish DATE,
    comment TEXT DEFAULT '' NOT NULL,
    hours_spent VARCHAR(40),
    PRIMARY KEY (piece_id, person_id, role),
    CONSTRAINT assignment_role_known CHECK (role IS NULL OR role = 'source' OR role = 'author' OR role = 'reviewer' OR role = 'approver' OR role = 'designer' OR role = 'speaker'),
    CONSTRAINT assignment_status_known CHECK (status IS NULL OR status = 'proposed' OR status = 'accepted' OR status = 'declined' OR status = 'delivered'),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE,
    FOREIGN KEY(person_id) REFERENCES person (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_assignment_person_id ON assignment (person_id);

CREATE TABLE field_note (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
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
    account VARCHAR DEFAULT '' NOT NULL,
    context TEXT DEFAULT '' NOT NULL,
    source VARCHAR DEFAULT '' NOT NULL,
    question_id INTEGER,
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(segment_id) REFERENCES segment (id),
    FOREIGN KEY(interest_id) REFERENCES interest (id),
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE SET NULL,
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE SET NULL
);

CREATE INDEX ix_field_note_interest_id ON field_note (interest_id);

CREATE INDEX ix_field_note_person_id ON field_note (person_id);

CREATE INDEX ix_field_note_piece_id ON field_note (piece_id);

CREATE INDEX ix_field_note_question_id ON field_note (question_id);

CREATE INDEX ix_field_note_segment_id ON field_note (segment_id);

CREATE TABLE question_piece (
    question_id INTEGER NOT NULL,
    piece_id INTEGER NOT NULL,
    PRIMARY KEY (question_id, piece_id),
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE CASCADE,
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX ix_question_piece_piece_id ON question_piece (piece_id);

CREATE TABLE quote_piece (
    quote_id INTEGER NOT NULL,
    piece_id INTEGER NOT NULL,
    PRIMARY KEY (quote_id, piece_id),
    FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE,
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX ix_quote_piece_piece_id ON quote_piece (piece_id);

CREATE TABLE card_source (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    answer_card_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    account VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    day DATE,
    field_note_id INTEGER,
    interview_id INTEGER,
    FOREIGN KEY(answer_card_id) REFERENCES answer_card (id) ON DELETE CASCADE,
    FOREIGN KEY(field_note_id) REFERENCES field_note (id) ON DELETE SET NULL,
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL
);

CREATE INDEX ix_card_source_answer_card_id ON card_source (answer_card_id);

CREATE INDEX ix_card_source_field_note_id ON card_source (field_note_id);

CREATE INDEX ix_card_source_interview_id ON card_source (interview_id);
