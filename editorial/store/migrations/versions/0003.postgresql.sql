ALTER TABLE change ADD COLUMN final BOOLEAN DEFAULT false NOT NULL;

ALTER TABLE person ADD COLUMN place VARCHAR DEFAULT '' NOT NULL;

ALTER TABLE person ADD COLUMN time_zone VARCHAR DEFAULT '' NOT NULL;

ALTER TABLE person ADD COLUMN works_from VARCHAR;

ALTER TABLE person ADD COLUMN works_until VARCHAR;

ALTER TABLE person ADD COLUMN weekdays VARCHAR DEFAULT '' NOT NULL;

ALTER TABLE person ADD COLUMN reach INTEGER;

ALTER TABLE person ADD COLUMN blog VARCHAR(20);

ALTER TABLE person ADD COLUMN blog_address VARCHAR DEFAULT '' NOT NULL;

ALTER TABLE person ADD COLUMN blog_last_post DATE;

ALTER TABLE person ADD COLUMN successor_id INTEGER;

ALTER TABLE person ADD COLUMN last_contact DATE;

ALTER TABLE person ADD COLUMN policy_signed_on DATE;

ALTER TABLE person ADD CONSTRAINT blog_known CHECK (blog IS NULL OR blog = 'onsite' OR blog = 'offsite');

ALTER TABLE person ADD CONSTRAINT reach_not_negative CHECK (reach IS NULL OR reach >= 0);

ALTER TABLE person ADD CONSTRAINT works_from_is_wall_time CHECK (works_from IS NULL OR works_from LIKE '__:__');

ALTER TABLE person ADD CONSTRAINT works_until_is_wall_time CHECK (works_until IS NULL OR works_until LIKE '__:__');

ALTER TABLE person ADD FOREIGN KEY(successor_id) REFERENCES person (id) ON DELETE SET NULL;

CREATE INDEX ix_person_successor_id ON person (successor_id);

CREATE TABLE question_template (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR(20),
    role VARCHAR(20),
    questions TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT kind_known CHECK (kind IS NULL OR kind = 'aspirational' OR kind = 'practical'),
    CONSTRAINT role_known CHECK (role IS NULL OR role = 'SME' OR role = 'editor' OR role = 'salesperson' OR role = 'speaker' OR role = 'analyst' OR role = 'academic' OR role = 'blogger' OR role = 'journalist' OR role = 'customer'),
    UNIQUE (uid),
    UNIQUE (name)
);

ALTER TABLE workspace ADD COLUMN reminders VARCHAR DEFAULT '{}' NOT NULL;

ALTER TABLE workspace ADD COLUMN blog_policy TEXT DEFAULT '' NOT NULL;

ALTER TABLE interview ADD COLUMN asked_on DATE;

ALTER TABLE interview ADD COLUMN sequence INTEGER DEFAULT '0' NOT NULL;

CREATE TABLE packet (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    made TIMESTAMP WITHOUT TIME ZONE NOT NULL,
    asked TEXT NOT NULL,
    answered TIMESTAMP WITHOUT TIME ZONE,
    PRIMARY KEY (id),
    UNIQUE (uid),
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX ix_packet_person_id ON packet (person_id);

CREATE TABLE answer_card (
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name TEXT NOT NULL,
    day DATE NOT NULL,
    segment_id INTEGER,
    interest_id INTEGER,
    expires DATE,
    notes TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid),
    FOREIGN KEY(segment_id) REFERENCES segment (id),
    FOREIGN KEY(interest_id) REFERENCES interest (id)
);

CREATE INDEX ix_answer_card_interest_id ON answer_card (interest_id);

CREATE INDEX ix_answer_card_segment_id ON answer_card (segment_id);

ALTER TABLE interview_person ADD COLUMN answer VARCHAR(20) DEFAULT 'proposed' NOT NULL;

ALTER TABLE interview_person ADD COLUMN reason TEXT DEFAULT '' NOT NULL;

ALTER TABLE interview_person ADD COLUMN wish DATE;

ALTER TABLE interview_person ADD CONSTRAINT interview_answer_known CHECK (answer = 'proposed' OR answer = 'accepted' OR answer = 'declined');

CREATE TABLE question (
    id SERIAL NOT NULL,
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
    PRIMARY KEY (id),
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
    id SERIAL NOT NULL,
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
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    CONSTRAINT clearance_known CHECK (clearance IS NULL OR clearance = 'not asked' OR clearance = 'asked' OR clearance = 'cleared' OR clearance = 'refused'),
    UNIQUE (uid),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL
);

CREATE INDEX ix_quote_interview_id ON quote (interview_id);

CREATE INDEX ix_quote_person_id ON quote (person_id);

CREATE TABLE tip (
    id SERIAL NOT NULL,
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
    PRIMARY KEY (id),
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
    id SERIAL NOT NULL,
    uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    interview_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT named CHECK (trim(name) <> ''),
    UNIQUE (uid),
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE
);

CREATE INDEX ix_transcript_interview_id ON transcript (interview_id);

ALTER TABLE assignment ADD COLUMN asked_on DATE;

ALTER TABLE assignment ADD COLUMN answered_on DATE;

ALTER TABLE assignment ADD COLUMN delivered_on DATE;

ALTER TABLE assignment ADD COLUMN wish DATE;

ALTER TABLE assignment ADD COLUMN comment TEXT DEFAULT '' NOT NULL;

ALTER TABLE assignment ADD COLUMN hours_spent VARCHAR(40);

ALTER TABLE field_note ADD COLUMN account VARCHAR DEFAULT '' NOT NULL;

ALTER TABLE field_note ADD COLUMN context TEXT DEFAULT '' NOT NULL;

ALTER TABLE field_note ADD COLUMN source VARCHAR DEFAULT '' NOT NULL;

ALTER TABLE field_note ADD COLUMN question_id INTEGER;

ALTER TABLE field_note ADD FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE SET NULL;

CREATE INDEX ix_field_note_question_id ON field_note (question_id);

CREATE TABLE question_piece (
    question_id INTEGER NOT NULL,
    piece_id INTEGER NOT NULL,
    PRIMARY KEY (question_id, piece_id),
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE CASCADE,
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE
);

CREATE INDEX ix_question_piece_piece_id ON question_piece (piece_id);

CREATE TABLE quote_piece (
    quote_id INTEGER NOT NULL,
    piece_id INTEGER NOT NULL,
    PRIMARY KEY (quote_id, piece_id),
    FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE CASCADE,
    FOREIGN KEY(piece_id) REFERENCES piece (id) ON DELETE CASCADE
);

CREATE INDEX ix_quote_piece_piece_id ON quote_piece (piece_id);

CREATE TABLE card_source (
    id SERIAL NOT NULL,
    answer_card_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    account VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    day DATE,
    field_note_id INTEGER,
    interview_id INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(answer_card_id) REFERENCES answer_card (id) ON DELETE CASCADE,
    FOREIGN KEY(field_note_id) REFERENCES field_note (id) ON DELETE SET NULL,
    FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL
);

CREATE INDEX ix_card_source_answer_card_id ON card_source (answer_card_id);

CREATE INDEX ix_card_source_field_note_id ON card_source (field_note_id);

CREATE INDEX ix_card_source_interview_id ON card_source (interview_id);
