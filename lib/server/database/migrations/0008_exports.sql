-- Exports of customers, while they are made and until they are downloaded. What a person has asked for and what was found is
-- encrypted by the app; ids of customers are not, as in the audit log.
CREATE TABLE exports (
  id uuid PRIMARY KEY,
  account text NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  state text NOT NULL,
  problem text,
  format text NOT NULL,
  fingerprint text NOT NULL,
  request text NOT NULL,
  place text,
  total integer,
  pages integer NOT NULL,
  rows integer NOT NULL,
  failures integer NOT NULL,
  lease uuid,
  lease_until timestamptz(3),
  due_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX exports_once ON exports (account, email, fingerprint) WHERE state <> 'stopped';
--> statement-breakpoint
CREATE INDEX exports_due ON exports (due_at) WHERE state = 'running';
--> statement-breakpoint
CREATE INDEX exports_expiry ON exports (expires_at);
--> statement-breakpoint
CREATE TABLE export_pages (
  export_id uuid NOT NULL REFERENCES exports ON DELETE CASCADE,
  page integer NOT NULL,
  customers text[] NOT NULL,
  cells text NOT NULL,
  PRIMARY KEY (export_id, page)
);
