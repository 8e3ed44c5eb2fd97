CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3)
);
--> statement-breakpoint
CREATE INDEX sessions_of_person ON sessions (email) WHERE ended_at IS NULL;
--> statement-breakpoint
CREATE TABLE activity (
  id bigint PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  actor_email text NOT NULL,
  actor_name text NOT NULL,
  actor_role text,
  kind text NOT NULL,
  account text,
  customers text[] NOT NULL,
  filters jsonb NOT NULL,
  rows integer,
  note text,
  request_id text NOT NULL,
  key_id text NOT NULL,
  hash text NOT NULL
);
--> statement-breakpoint
CREATE INDEX activity_of_account ON activity (account, id DESC);
--> statement-breakpoint
CREATE INDEX activity_of_person ON activity (account, actor_email, id DESC);
--> statement-breakpoint
CREATE INDEX activity_of_kind ON activity (account, kind, id DESC);
--> statement-breakpoint
CREATE INDEX activity_of_time ON activity (at, id);
--> statement-breakpoint
CREATE INDEX activity_of_customer ON activity USING gin (customers);
--> statement-breakpoint
CREATE TABLE activity_chain (
  "end" text PRIMARY KEY CHECK ("end" IN ('first', 'last')),
  id bigint NOT NULL,
  at timestamptz(3) NOT NULL,
  hash text NOT NULL
);
--> statement-breakpoint
INSERT INTO activity_chain VALUES ('first', 0, 'epoch', ''), ('last', 0, 'epoch', '');
--> statement-breakpoint
CREATE TABLE activity_checks (
  one smallint PRIMARY KEY CHECK (one = 1),
  at timestamptz(3) NOT NULL,
  unbroken boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE reveals (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
  account text NOT NULL,
  customer_id text NOT NULL,
  field text NOT NULL,
  until timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE INDEX reveals_of_session ON reveals (session_id, account, customer_id);
--> statement-breakpoint
-- As rate-limiter-flexible makes it. Counters of minutes: a crash may lose them, and no write of theirs waits for a disk.
CREATE UNLOGGED TABLE limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
--> statement-breakpoint
CREATE FUNCTION activity_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('customer_desk.pruning', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The record of reads is append-only.';
END
$$;
--> statement-breakpoint
CREATE TRIGGER activity_rows_stay BEFORE UPDATE OR DELETE ON activity
  FOR EACH ROW EXECUTE FUNCTION activity_is_append_only();
--> statement-breakpoint
CREATE TRIGGER activity_stays BEFORE TRUNCATE ON activity
  FOR EACH STATEMENT EXECUTE FUNCTION activity_is_append_only();
