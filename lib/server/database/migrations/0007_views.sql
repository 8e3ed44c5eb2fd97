-- Searches that people keep under a name. Each row is parsed when it is read; `query` holds the filters as the address has them.
CREATE TABLE views (
  id uuid PRIMARY KEY,
  account text NOT NULL,
  owner_email text NOT NULL,
  owner_name text NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  columns jsonb,
  density text,
  shared boolean NOT NULL,
  -- Counts the changes: whoever changes a view names the version that they have seen.
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL
);
CREATE INDEX views_own ON views (account, owner_email, created_at, id);
CREATE INDEX views_shared ON views (account, created_at, id) WHERE shared;

-- The view that a person's list of an account begins with: the id of a row above, or the name of a view of the product.
CREATE TABLE default_views (
  email text NOT NULL,
  account text NOT NULL,
  view text NOT NULL,
  PRIMARY KEY (email, account)
);
