-- What a person has chosen, for every machine of theirs. Each value is parsed when it is read.
CREATE TABLE preferences (
  email text PRIMARY KEY,
  chosen jsonb NOT NULL,
  changed_at timestamptz(3) NOT NULL
);
