-- By what the claims of a person are read again, encrypted, and when they were read last. The sessions of before have neither.
ALTER TABLE sessions
  ADD COLUMN refresh_token text,
  ADD COLUMN claims_read_at timestamp (3) with time zone;
