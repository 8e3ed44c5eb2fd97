-- What each person did within the last hour, for detection: customers opened, guesses, refusals, reveals. A crash may lose it.
CREATE UNLOGGED TABLE uses (
  person text NOT NULL,
  measure text NOT NULL,
  subject text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (person, measure, subject)
);
--> statement-breakpoint
-- Events of the present minute that are counted and appended to the audit log as one.
CREATE TABLE activity_groups (
  minute timestamptz(0) NOT NULL,
  account text NOT NULL,
  actor_email text NOT NULL,
  actor_name text NOT NULL,
  actor_role text,
  outcome text NOT NULL,
  customers text[] NOT NULL,
  hashes text[] NOT NULL,
  times integer NOT NULL,
  unusual jsonb,
  request_id text NOT NULL,
  PRIMARY KEY (minute, account, actor_email, outcome)
);
