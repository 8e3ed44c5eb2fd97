-- What Dintero has reported of customers by webhook. Of no value but consent is it kept what it was: names of properties alone.
-- A delivery that comes again is found by its number, and where somebody gives it another number, by its content.
CREATE TABLE customer_changes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account text NOT NULL,
  customer_id text NOT NULL,
  event text NOT NULL,
  at timestamptz NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  properties text[],
  consent jsonb NOT NULL,
  delivery text NOT NULL,
  content_hash text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX customer_changes_delivery ON customer_changes (account, delivery);
--> statement-breakpoint
CREATE UNIQUE INDEX customer_changes_content ON customer_changes (account, content_hash);
--> statement-breakpoint
CREATE INDEX customer_changes_of_customer ON customer_changes (account, customer_id, id DESC);
--> statement-breakpoint
CREATE INDEX customer_changes_age ON customer_changes (account, received_at);
--> statement-breakpoint
-- What the next report is compared with: 32 bits of a keyed hash of each property, and the consent.
CREATE TABLE customer_states (
  account text NOT NULL,
  customer_id text NOT NULL,
  at timestamptz NOT NULL,
  seen_at timestamptz(3) NOT NULL DEFAULT now(),
  key_id text NOT NULL,
  properties jsonb NOT NULL,
  consent jsonb NOT NULL,
  PRIMARY KEY (account, customer_id)
);
--> statement-breakpoint
CREATE INDEX customer_states_age ON customer_states (seen_at);
