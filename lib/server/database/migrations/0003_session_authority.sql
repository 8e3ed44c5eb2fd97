-- What a person may do is decided by this row, and not by the cookie. The old rows do not have it: everybody signs in again.
DELETE FROM sessions;
--> statement-breakpoint
ALTER TABLE sessions
  ADD COLUMN name text NOT NULL,
  ADD COLUMN role text,
  ADD COLUMN accounts text[] NOT NULL;
