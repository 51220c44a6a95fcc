-- The search looks only at those of the age that was asked, and goes by it for every name that somebody has: of four names one is an
-- alias, and came without a day.

-- Numbers to find a name by; kernel/parties/rules/name-pairs.ts reckons the same.
CREATE FUNCTION name_pair(one integer, other integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN least(one, other) << 15 | greatest(one, other);
CREATE FUNCTION born_about(born date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN born IS NULL THEN 0 ELSE least(greatest((extract(year FROM born)::integer - 1872) / 4, 0), 62) + 1 END;
CREATE FUNCTION aged_pair(pair integer, about integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN -1 - ((pair::bigint * 64 + about) % 2147483647)::integer;
CREATE FUNCTION person_pairs(pairs integer[], born date) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN pairs || ARRAY(SELECT aged_pair(p.pair, born_about(born)) FROM unnest(pairs) WITH ORDINALITY AS p (pair, at) ORDER BY p.at);
REVOKE ALL ON FUNCTION name_pair(integer, integer), born_about(date), aged_pair(integer, integer), person_pairs(integer[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION name_pair(integer, integer), born_about(date), aged_pair(integer, integer), person_pairs(integer[], date) TO fp_service;

ALTER TABLE party_name ADD COLUMN born date;
COMMENT ON COLUMN party_name.born IS 'The day that the search goes by: its own, else the person’s where that is known to the day.';
COMMENT ON COLUMN party_name.pairs IS 'Each two classes of its words as one number, the lower first, and of a person each again with about when they were born; given along by who enters it or loads millions, else reckoned when it is stored.';

DROP INDEX party_name_pairs, party_name_born;
UPDATE party_name n SET born = coalesce(n.birth_date, s.born), pairs = person_pairs(n.pairs, coalesce(n.birth_date, s.born))
FROM (SELECT p.id, CASE s.birth_precision WHEN 'day' THEN s.birth_date END AS born
  FROM party p LEFT JOIN person s ON s.party_id = p.id WHERE p.kind = 'person') s
WHERE s.id = n.party_id;
CREATE INDEX party_name_pairs ON party_name USING gin (pairs) WITH (gin_pending_list_limit = 256);
CREATE INDEX party_name_born ON party_name (born) INCLUDE (id, party_id, kind, tokens, marking, compartment_id) WHERE born IS NOT NULL;
-- What the search asks of hundreds of parties, links and addresses for each answer is in the index itself: a third of the time.
DROP INDEX party_name_party, party_link_from;
CREATE INDEX party_name_party ON party_name (party_id) INCLUDE (tokens, marking, compartment_id);
CREATE INDEX party_link_from ON party_link (from_party, kind) INCLUDE (to_party, marking, compartment_id, area_id, unit_id, owner_id);
CREATE INDEX party_found ON party (id) INCLUDE (identity_id, kind, marking, compartment_id);
CREATE INDEX address_found ON address (party_id) INCLUDE (location_id, postcode);

-- Of what is imported, as before.
DROP TRIGGER party_name_pairs_added ON party_name;
DROP TRIGGER party_name_pairs_changed ON party_name;
DROP FUNCTION party_name_pairs_follow();
CREATE FUNCTION party_name_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  of_person boolean;
BEGIN
  SELECT p.kind = 'person', coalesce(NEW.birth_date, CASE s.birth_precision WHEN 'day' THEN s.birth_date END) INTO of_person, NEW.born
  FROM party p LEFT JOIN person s ON s.party_id = p.id WHERE p.id = NEW.party_id;
  -- Somebody who enters a name may not read the dictionary, and gives its pairs along; of one word there are none.
  NEW.pairs := '{}';
  IF cardinality(NEW.tokens) > 1 THEN
    NEW.pairs := name_pairs(NEW.tokens);
    IF of_person THEN NEW.pairs := person_pairs(NEW.pairs, NEW.born); END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER party_name_added BEFORE INSERT ON party_name FOR EACH ROW WHEN (NEW.pairs = '{}' AND NEW.born IS NULL)
  EXECUTE FUNCTION party_name_follow();
CREATE TRIGGER party_name_changed BEFORE UPDATE OF tokens, birth_date, born ON party_name FOR EACH ROW
  WHEN (NEW.tokens IS DISTINCT FROM OLD.tokens OR NEW.birth_date IS DISTINCT FROM OLD.birth_date OR NEW.born IS DISTINCT FROM OLD.born)
  EXECUTE FUNCTION party_name_follow();
-- The names of somebody whose day of birth changes follow it.
CREATE FUNCTION person_born_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE party_name SET born = CASE NEW.birth_precision WHEN 'day' THEN NEW.birth_date END WHERE party_id = NEW.party_id AND birth_date IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER person_born_changed AFTER UPDATE OF birth_date, birth_precision ON person FOR EACH ROW
  WHEN (NEW.birth_date IS DISTINCT FROM OLD.birth_date OR NEW.birth_precision IS DISTINCT FROM OLD.birth_precision)
  EXECUTE FUNCTION person_born_follow();
REVOKE ALL ON FUNCTION party_name_follow(), person_born_follow() FROM PUBLIC;

-- The names that have each of these words, as before; where an age was asked, of that age or of none that is known.
CREATE OR REPLACE FUNCTION search.names_with(sets search.word_set[], birth search.birth, of_kind text, most integer, markings text[], compartments bigint[])
RETURNS search.candidate[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  first integer[] := sets[1].tokens;
  second integer[] := sets[2].tokens;
  rest search.word_set[] := nullif(sets[3 :], '{}');
  -- Each class of the word that has more of them is looked for by itself: an index is slow when it is asked for very many at once.
  many integer[] := CASE WHEN cardinality(sets[1].classes) > cardinality(sets[2].classes) THEN sets[1].classes ELSE sets[2].classes END;
  few integer[] := CASE WHEN cardinality(sets[1].classes) > cardinality(sets[2].classes) THEN sets[2].classes ELSE sets[1].classes END;
  -- About when they were born, where that was asked; 0 is not known.
  abouts integer[] := CASE WHEN birth IS NULL THEN '{0}' ELSE ARRAY(SELECT 0 UNION ALL SELECT generate_series(born_about(birth.first), born_about(birth.last))) END;
BEGIN
  IF first IS NULL THEN RETURN '{}'; END IF;
  IF second IS NULL THEN
    RETURN coalesce((SELECT array_agg(c::search.candidate) FROM (
      WITH n AS MATERIALIZED (
        SELECT o.id, o.party_id, o.kind, o.tokens, o.born AS birth_date FROM party_name o
        WHERE o.tokens && first
          AND (birth IS NULL OR o.born IS NULL OR o.born BETWEEN birth.first AND birth.last OR o.born = ANY (birth.near))
          AND o.marking = ANY (markings) AND (o.compartment_id IS NULL OR o.compartment_id = ANY (compartments)))
      SELECT n.id, n.party_id, p.identity_id, p.kind AS of, n.kind, n.tokens, n.birth_date
      FROM n JOIN party p ON p.id = n.party_id
      WHERE (of_kind IS NULL OR p.kind = of_kind)
        AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments))
      LIMIT most) c), '{}');
  END IF;
  RETURN coalesce((SELECT array_agg(c::search.candidate) FROM (
    WITH n AS MATERIALIZED (
      SELECT o.id, o.party_id, o.kind, o.tokens, o.born AS birth_date FROM unnest(many) AS one (class), LATERAL (
        SELECT * FROM party_name o
        WHERE o.pairs && ARRAY(SELECT CASE WHEN birth IS NULL THEN name_pair(one.class, other) ELSE aged_pair(name_pair(one.class, other), about) END
            FROM unnest(few) AS other, unnest(abouts) AS about)) o
      WHERE (birth IS NULL OR o.born IS NULL OR o.born BETWEEN birth.first AND birth.last OR o.born = ANY (birth.near))
        AND o.marking = ANY (markings) AND (o.compartment_id IS NULL OR o.compartment_id = ANY (compartments))),
    -- An array of hundreds is looked through for each name; what is asked of a list like this is remembered.
    both_in AS MATERIALIZED (
      SELECT * FROM n
      WHERE (n.tokens[1] IN (SELECT unnest(first)) OR n.tokens[2] IN (SELECT unnest(first))
          OR n.tokens[3] IN (SELECT unnest(first)) OR n.tokens[4] IN (SELECT unnest(first))
          OR (cardinality(n.tokens) > 4 AND n.tokens[5 :] && first))
      AND (n.tokens[1] IN (SELECT unnest(second)) OR n.tokens[2] IN (SELECT unnest(second))
          OR n.tokens[3] IN (SELECT unnest(second)) OR n.tokens[4] IN (SELECT unnest(second))
          OR (cardinality(n.tokens) > 4 AND n.tokens[5 :] && second)))
    SELECT n.id, n.party_id, p.identity_id, p.kind AS of, n.kind, n.tokens, n.birth_date
    FROM both_in n JOIN party p ON p.id = n.party_id
    WHERE (rest IS NULL OR NOT EXISTS (SELECT FROM unnest(rest) AS r WHERE NOT n.tokens && r.tokens))
      AND (of_kind IS NULL OR p.kind = of_kind)
      AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments))
    LIMIT most) c), '{}');
END $$;

-- As before, by the day that the search goes by.
CREATE OR REPLACE FUNCTION search.names_of(parties bigint[], days date[], any_of integer[], of_kind text, most integer, markings text[], compartments bigint[])
RETURNS search.candidate[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(c::search.candidate) FROM (
    WITH n AS MATERIALIZED (
      SELECT o.id, o.party_id, o.kind, o.tokens, o.born AS birth_date
      FROM party_name o
      WHERE o.party_id = ANY (parties)
        AND (any_of IS NULL OR (o.tokens[1] IN (SELECT unnest(any_of)) OR o.tokens[2] IN (SELECT unnest(any_of))
          OR o.tokens[3] IN (SELECT unnest(any_of)) OR o.tokens[4] IN (SELECT unnest(any_of))
          OR (cardinality(o.tokens) > 4 AND o.tokens[5 :] && any_of)))
        AND o.marking = ANY (markings) AND (o.compartment_id IS NULL OR o.compartment_id = ANY (compartments))
      UNION ALL
      SELECT o.id, o.party_id, o.kind, o.tokens, o.born
      FROM party_name o
      WHERE o.born = ANY (days)
        AND (any_of IS NULL OR (o.tokens[1] IN (SELECT unnest(any_of)) OR o.tokens[2] IN (SELECT unnest(any_of))
          OR o.tokens[3] IN (SELECT unnest(any_of)) OR o.tokens[4] IN (SELECT unnest(any_of))
          OR (cardinality(o.tokens) > 4 AND o.tokens[5 :] && any_of)))
        AND o.marking = ANY (markings) AND (o.compartment_id IS NULL OR o.compartment_id = ANY (compartments)))
    SELECT n.id, n.party_id, p.identity_id, p.kind AS of, n.kind, n.tokens, n.birth_date
    FROM n JOIN party p ON p.id = n.party_id
    WHERE (of_kind IS NULL OR p.kind = of_kind)
      AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments))
    LIMIT most) c), '{}');
END $$;

CREATE OR REPLACE FUNCTION search.names_born(first date, last date, of_kind text, most integer, markings text[], compartments bigint[])
RETURNS search.candidate[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(c::search.candidate) FROM (
    SELECT n.id, n.party_id, p.identity_id, p.kind AS of, n.kind, n.tokens, n.born
    FROM party_name n JOIN party p ON p.id = n.party_id
    WHERE n.born BETWEEN first AND last AND (of_kind IS NULL OR p.kind = of_kind)
      AND n.marking = ANY (markings) AND (n.compartment_id IS NULL OR n.compartment_id = ANY (compartments))
      AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments))
    LIMIT most) c), '{}');
END $$;

-- The search itself, as before; but that somebody of that very day who has every word, initials among them, is the one.
CREATE OR REPLACE FUNCTION search.parties(asked jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  most CONSTANT integer := CASE WHEN asked ->> 'place' IS NULL THEN 1000 ELSE 3000 END;
  enough CONSTANT integer := 40;
  -- Of how many of the best it is told how their words are alike.
  told CONSTANT integer := (asked ->> 'told')::integer;
  weights CONSTANT float8[] := '{1, 0.93, 0.8, 0.72, 0.7, 0.5}';
  markings CONSTANT text[] := reader_markings();
  compartments CONSTANT bigint[] := reader_compartments();
  words CONSTANT jsonb := coalesce(asked -> 'words', '[]');
  required integer[];
  optional integer[];
  -- What the words may stand for: the word's number, the token, how alike, in how many names; and how telling each word is.
  word_of integer[];
  token_of integer[];
  level_of integer[];
  uses_of integer[];
  class_of integer[];
  -- Spellings that are further off are among them.
  wide boolean := false;
  telling float8[];
  of_all float8;
  place_words CONSTANT jsonb := coalesce(asked #> '{place,words}', '[]');
  born_on CONSTANT date := (asked #>> '{born,on}')::date;
  born_swapped CONSTANT date := (asked #>> '{born,swapped}')::date;
  born_near CONSTANT date[] := ARRAY(SELECT jsonb_array_elements_text(asked #> '{born,near}')::date);
  born_from CONSTANT date := (asked #>> '{born,from}')::date;
  born_to CONSTANT date := (asked #>> '{born,to}')::date;
  birth search.birth;
  of_kind CONSTANT text := asked ->> 'kind';
  found search.candidate[] := '{}';
  sure boolean := false;
  at_home boolean;
  any_of integer[];
  -- About how many have all the words just as they were typed.
  about float8;
  place search.place;
  place_uses float8;
  there bigint[] := '{}';
  fewer integer[];
  alone search.candidate[];
  answer jsonb;
BEGIN
  IF born_from IS NOT NULL THEN birth := ROW (born_from, born_to, born_near); END IF;
  SELECT coalesce(array_agg(w.n ORDER BY w.n) FILTER (WHERE w.optional IS NOT TRUE), '{}'),
      coalesce(array_agg(w.n) FILTER (WHERE w.optional), '{}')
    INTO required, optional FROM jsonb_to_recordset(words) AS w (n integer, optional boolean);
  SELECT array_agg(CASE WHEN length(w.word) = 1 THEN 2 ELSE 15 - ln(greatest(coalesce(u.uses, 1), 1)) END ORDER BY w.n),
      CASE WHEN born_from IS NULL THEN exp(sum(ln(coalesce(u.uses, 0.01) / names.count)) FILTER (WHERE w.n = ANY (required))) * max(names.count) END
    INTO telling, about
    FROM (SELECT greatest(c.reltuples, 1000) AS count FROM pg_class c WHERE c.oid = 'party_name'::regclass) names,
      jsonb_to_recordset(words) AS w (n integer, word text) LEFT JOIN name_token u ON u.token = w.word;
  of_all := (SELECT sum(t) FROM unnest(telling) AS t);

  IF asked ->> 'place' IS NOT NULL THEN
    SELECT search.sets_of((SELECT array_agg(w.n) FROM jsonb_to_recordset(place_words) AS w (n integer)),
        array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses), array_agg(l.class), '{0,1,2,4}'),
      CASE WHEN jsonb_array_length(place_words) = 0 THEN '{}' ELSE ARRAY(SELECT a.id FROM area a WHERE lower(a.name) = asked #>> '{place,name}') END,
      asked #>> '{place,postcode}'
      INTO place.sets, place.areas, place.postcode FROM search.words_like(place_words, true) l;
    SELECT min(coalesce(u.uses, 0)) INTO place_uses
      FROM jsonb_to_recordset(place_words) AS w (word text) LEFT JOIN name_token u ON u.token = w.word;
  END IF;

  IF cardinality(required) > 0 THEN
    -- Where even the rarest word of a place is in very many names, it is a town, and whose home it is tells little.
    at_home := place.postcode IS NOT NULL OR (place.sets IS NOT NULL AND place_uses <= 3000);
    wide := at_home OR born_on IS NOT NULL;
    SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses), array_agg(l.class)
      INTO word_of, token_of, level_of, uses_of, class_of FROM search.words_like(words, wide) l;
    IF wide THEN
      any_of := ARRAY(SELECT DISTINCT l.token FROM unnest(word_of, token_of, level_of) AS l (word, token, level) WHERE l.word = ANY (required) AND l.level < 5);
    END IF;
    IF at_home THEN
      found := search.names_of(search.residents(place, markings, compartments), NULL, any_of, of_kind, most, markings, compartments);
    END IF;
    IF born_on IS NOT NULL THEN
      -- Somebody of that very day with any of the words; of the days that it may have been written for only where nobody has them all.
      found := found || search.names_of(NULL, ARRAY[born_on, born_swapped], any_of, of_kind, most, markings, compartments);
      -- Whoever has all the words in some spelling, and that day, is the one: those who have neither need not be looked for.
      sure := EXISTS (SELECT FROM unnest(found) AS c WHERE c.birth_date IN (born_on, born_swapped) AND NOT EXISTS (
        SELECT FROM unnest(search.sets_of(required, word_of, token_of, level_of, uses_of, class_of, '{0,1,2,3,4,5}')) AS s WHERE NOT c.tokens && s.tokens));
      IF NOT sure THEN
        found := found || search.names_of(NULL, born_near, any_of, of_kind, most, markings, compartments);
      END IF;
    END IF;
    -- Where very many have just these words, those that have others for them would not be seen anyway.
    IF about > 2 * most OR cardinality(optional) > 0 THEN
      found := found || search.names_with(search.sets_of(required || optional, word_of, token_of, level_of, uses_of, class_of, '{0}'), birth,
        of_kind, most, markings, compartments);
    END IF;
    IF cardinality(found) < most THEN
      found := found || search.names_with(search.sets_of(required, word_of, token_of, level_of, uses_of, class_of, CASE WHEN sure THEN '{0,1}' ELSE '{0,1,4,5}' END::integer[]), birth,
        of_kind, most, markings, compartments);
    END IF;
    IF NOT sure AND cardinality(found) < enough THEN
      IF NOT wide THEN
        SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses), array_agg(l.class)
          INTO word_of, token_of, level_of, uses_of, class_of FROM search.words_like(words, true) l;
      END IF;
      found := found || search.names_with(search.sets_of(required, word_of, token_of, level_of, uses_of, class_of, '{0,1,2,3,4,5}'), birth,
        of_kind, most, markings, compartments);
      FOR fewer IN SELECT f.fewer FROM search.fewer_words(required, telling) f LOOP
        EXIT WHEN cardinality(found) >= enough;
        found := found || search.names_with(search.sets_of(fewer, word_of, token_of, level_of, uses_of, class_of, '{0,1,2,3,4,5}'), birth,
          of_kind, most / 4, markings, compartments);
      END LOOP;
      IF cardinality(found) < enough AND birth IS NOT NULL THEN
        found := found || search.names_with(search.sets_of(required, word_of, token_of, level_of, uses_of, class_of, '{0,1,2,3,4}'), NULL,
          of_kind, most / 4, markings, compartments);
      END IF;
      IF cardinality(found) < enough AND cardinality(required) = 2 AND (birth IS NOT NULL OR asked ->> 'place' IS NOT NULL) THEN
        -- One name alone, of the age or at the place: the other may be one that is not known here. Only of rare ones, since all
        -- that have it are looked at.
        FOR at IN 1 .. 2 LOOP
          CONTINUE WHEN telling[required[at] + 1] < 8;
          alone := search.names_with(search.sets_of(required[at : at], word_of, token_of, level_of, uses_of, class_of, '{0,1}'), birth,
            of_kind, 2 * most, markings, compartments);
          IF asked ->> 'place' IS NOT NULL THEN
            there := search.placed(ARRAY(SELECT c.party_id FROM unnest(alone) AS c), place, markings, compartments);
            alone := ARRAY(SELECT c FROM unnest(alone) AS c WHERE c.party_id = ANY (there));
          END IF;
          found := found || alone;
        END LOOP;
      END IF;
    END IF;
  ELSIF born_on IS NOT NULL THEN
    found := search.names_of(NULL, ARRAY[born_on], NULL, of_kind, most, markings, compartments);
  ELSIF born_from IS NOT NULL THEN
    found := search.names_born(born_from, born_to, of_kind, most, markings, compartments);
  END IF;
  there := CASE WHEN asked ->> 'place' IS NULL THEN '{}'
    ELSE search.placed(ARRAY(SELECT DISTINCT c.party_id FROM unnest(found) AS c), place, markings, compartments) END;

  WITH likeness AS MATERIALIZED (SELECT * FROM unnest(word_of, token_of, level_of) AS l (word, token, level)),
  names AS MATERIALIZED (SELECT DISTINCT ON (f.id) f.* FROM unnest(found) AS f ORDER BY f.id),
  -- Of each word of what was typed, where in the name it is and how alike, as 100 × level + place.
  matched AS MATERIALIZED (
    SELECT n.id, l.word, min(l.level * 100 + t.at)::integer AS best
    FROM names n CROSS JOIN LATERAL unnest(n.tokens) WITH ORDINALITY AS t (token, at) JOIN likeness l ON l.token = t.token
    GROUP BY n.id, l.word
  ),
  scored AS (
    SELECT n.id, n.party_id, n.identity_id, n.of, n.birth_date,
      CASE WHEN telling IS NULL THEN 50 ELSE 100 * coalesce(m.got * m.used / m.words, 0) / of_all END
        - 2 * least(cardinality(n.tokens) - coalesce(m.used, 0), 5) + CASE WHEN m.last = cardinality(n.tokens) THEN 1.5 ELSE 0 END
        - CASE n.kind WHEN 'main' THEN 0 ELSE 0.5 END
        + CASE WHEN born_on IS NULL AND born_from IS NULL THEN 0
            WHEN n.birth_date IS NULL THEN -5
            WHEN n.birth_date = born_on THEN 40
            WHEN n.birth_date = born_swapped THEN 32
            WHEN n.birth_date = ANY (born_near) THEN 28
            WHEN n.birth_date BETWEEN born_from AND born_to THEN CASE WHEN born_on IS NULL THEN 20 ELSE 5 END
            ELSE CASE WHEN born_on IS NULL THEN -20 ELSE -30 END END AS score
    FROM names n LEFT JOIN (
      SELECT h.id, sum(telling[h.word + 1] * weights[h.best / 100 + 1]) AS got, count(*) AS words,
        -- How many of the name's words it took: one of them cannot stand for two of those that were typed.
        length(replace(bit_or(1::bigint << (h.best % 100))::bit(64)::text, '0', '')) AS used,
        max(h.best % 100) FILTER (WHERE h.word = required[cardinality(required)]) AS last
      FROM matched h GROUP BY h.id) m ON m.id = n.id
  ),
  best_scored AS MATERIALIZED (SELECT s.*, s.party_id = ANY (there) AS there FROM scored s ORDER BY s.score DESC, s.id LIMIT most),
  identities AS MATERIALIZED (
    SELECT DISTINCT ON (f.identity_id) f.id, f.party_id, f.of, f.birth_date, f.there, f.score + CASE WHEN f.there THEN 20 ELSE 0 END AS score
    FROM best_scored f ORDER BY f.identity_id, f.score DESC, f.there DESC, f.id
  ),
  best AS MATERIALIZED (SELECT * FROM identities i ORDER BY i.score DESC, i.id LIMIT 200),
  likenesses AS MATERIALIZED (
    SELECT m.id, jsonb_agg(jsonb_build_array(m.word, m.best / 100, m.best % 100)) AS words
    FROM matched m JOIN (SELECT b.id FROM best b ORDER BY b.score DESC, b.id LIMIT told) b ON b.id = m.id GROUP BY m.id
  )
  SELECT jsonb_build_object(
    'found', (SELECT count(*) FROM identities),
    'more', (SELECT count(*) >= 1000 FROM best_scored),
    'facets', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.of, 'count', f.count)), '[]')
      FROM (SELECT i.of, count(*) FROM identities i GROUP BY i.of ORDER BY i.of) f),
    'hits', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', b.party_id, 'name', b.id, 'score', round(b.score::numeric, 1),
        'words', coalesce(l.words, '[]'),
        'born', CASE WHEN b.birth_date = born_on THEN 'same' WHEN b.birth_date = born_swapped THEN 'swapped'
          WHEN b.birth_date = ANY (born_near) THEN 'near' WHEN b.birth_date BETWEEN born_from AND born_to THEN 'about' END,
        'place', b.there) ORDER BY b.score DESC, b.id), '[]') FROM best b LEFT JOIN likenesses l ON l.id = b.id))
    INTO answer;
  RETURN answer;
END $$;
