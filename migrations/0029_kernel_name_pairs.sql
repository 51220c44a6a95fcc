-- The search finds a name by two of its words at once. By one, it read an index for every word that sounds alike, and looked at each of
-- tens of thousands of names for the other.

-- 15 bits: words that sound alike share a class, and a few others by chance. What cannot be heard (a number, an initial) is classed
-- as it is written. kernel/parties/rules/name-pairs.ts reckons the same.
ALTER TABLE name_token ADD COLUMN class integer NOT NULL
  GENERATED ALWAYS AS (('x' || left(md5(coalesce(sounds[1], token)), 4))::bit(16)::integer & 32767) STORED;
ALTER TABLE party_name ADD COLUMN pairs integer[];
COMMENT ON COLUMN party_name.pairs IS 'Each two classes of its words as one number, the lower first; given along by loads of millions, else reckoned when it is stored.';

CREATE FUNCTION name_pairs(tokens integer[]) RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp
  RETURN (WITH word AS (SELECT u.at, t.class FROM unnest(tokens) WITH ORDINALITY AS u (id, at) JOIN name_token t ON t.id = u.id)
    SELECT coalesce(array_agg(DISTINCT least(a.class, b.class) << 15 | greatest(a.class, b.class)), '{}')
    FROM word a JOIN word b ON a.at < b.at);
REVOKE ALL ON FUNCTION name_pairs(integer[]) FROM PUBLIC;

UPDATE party_name SET pairs = name_pairs(tokens);
ALTER TABLE party_name ALTER COLUMN pairs SET NOT NULL;
CREATE INDEX party_name_pairs ON party_name USING gin (pairs) WITH (gin_pending_list_limit = 256);

-- Whoever stores a name need not read the dictionary, which hardly anybody may.
CREATE FUNCTION party_name_pairs_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.pairs := name_pairs(NEW.tokens);
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION party_name_pairs_follow() FROM PUBLIC;
CREATE TRIGGER party_name_pairs_added BEFORE INSERT ON party_name FOR EACH ROW WHEN (NEW.pairs IS NULL)
  EXECUTE FUNCTION party_name_pairs_follow();
CREATE TRIGGER party_name_pairs_changed BEFORE UPDATE OF tokens ON party_name FOR EACH ROW
  WHEN (NEW.tokens IS DISTINCT FROM OLD.tokens) EXECUTE FUNCTION party_name_pairs_follow();

