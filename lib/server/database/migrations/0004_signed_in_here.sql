-- What a person recognises a sign-in of theirs by. The sessions of before have neither.
ALTER TABLE sessions
  ADD COLUMN browser text,
  ADD COLUMN system text;
