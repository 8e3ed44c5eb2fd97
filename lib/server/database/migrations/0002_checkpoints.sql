-- Signed statements about the chain. The signature, and copies elsewhere, protect them; the trigger is for mistakes.
CREATE TABLE activity_checkpoints (
  number integer PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  jws text NOT NULL
);
--> statement-breakpoint
-- The result of a verification names the checkpoint that it signed; earlier results name none.
DELETE FROM activity_checks;
--> statement-breakpoint
ALTER TABLE activity_checks ADD COLUMN checkpoint integer;
--> statement-breakpoint
-- Rows may go once the chain begins behind them, which a row of the chain must state. No setting permits it.
CREATE OR REPLACE FUNCTION activity_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'activity' AND TG_LEVEL = 'ROW' THEN
    IF OLD.id <= (SELECT id FROM activity_chain WHERE "end" = 'first') THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'The record of reads is append-only.';
END
$$;
--> statement-breakpoint
CREATE FUNCTION activity_chain_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_LEVEL = 'ROW' THEN
    IF NEW = OLD OR (NEW."end" = OLD."end" AND NEW.id > OLD.id) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The ends of the record of reads move forward only.';
END
$$;
--> statement-breakpoint
CREATE TRIGGER activity_chain_rows_stay BEFORE INSERT OR UPDATE OR DELETE ON activity_chain
  FOR EACH ROW EXECUTE FUNCTION activity_chain_goes_forward();
--> statement-breakpoint
CREATE TRIGGER activity_chain_stays BEFORE TRUNCATE ON activity_chain
  FOR EACH STATEMENT EXECUTE FUNCTION activity_chain_goes_forward();
--> statement-breakpoint
CREATE TRIGGER activity_checkpoints_rows_stay BEFORE UPDATE OR DELETE ON activity_checkpoints
  FOR EACH ROW EXECUTE FUNCTION activity_is_append_only();
--> statement-breakpoint
CREATE TRIGGER activity_checkpoints_stays BEFORE TRUNCATE ON activity_checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION activity_is_append_only();
--> statement-breakpoint
-- ALWAYS: session_replication_role disarms other triggers.
ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_rows_stay, ENABLE ALWAYS TRIGGER activity_stays;
--> statement-breakpoint
ALTER TABLE activity_chain
  ENABLE ALWAYS TRIGGER activity_chain_rows_stay, ENABLE ALWAYS TRIGGER activity_chain_stays;
--> statement-breakpoint
ALTER TABLE activity_checkpoints
  ENABLE ALWAYS TRIGGER activity_checkpoints_rows_stay, ENABLE ALWAYS TRIGGER activity_checkpoints_stays;
