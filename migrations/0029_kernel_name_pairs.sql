-- The search finds a name by two of its words at once. By one, it read an index for every word that sounds alike, and looked at each of
-- tens of thousands of names for the other.

-- 15 bits: words that sound alike share a class, and a few others by chance. What cannot be heard (a number, an initial) is classed
-- as it is written. kernel/parties/rules/name-pairs.ts reckons the same.
ALTER TABLE name_token ADD COLUMN class integer NOT NULL
  GENERATED ALWAYS AS (('x' || left(md5(coalesce(sounds[1], token)), 4))::bit(16)::integer & 32767) STORED;
ALTER TABLE party_name ADD COLUMN pairs integer[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN party_name.pairs IS 'Each two classes of its words as one number, the lower first; given along by who enters it or loads millions, else reckoned when it is stored.';

CREATE FUNCTION name_pairs(tokens integer[]) RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp
  RETURN (WITH word AS (SELECT u.at, t.class FROM unnest(tokens) WITH ORDINALITY AS u (id, at) JOIN name_token t ON t.id = u.id)
    SELECT coalesce(array_agg(DISTINCT least(a.class, b.class) << 15 | greatest(a.class, b.class)), '{}')
    FROM word a JOIN word b ON a.at < b.at);
REVOKE ALL ON FUNCTION name_pairs(integer[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION name_pairs(integer[]) TO fp_service;

UPDATE party_name SET pairs = name_pairs(tokens);
CREATE INDEX party_name_pairs ON party_name USING gin (pairs) WITH (gin_pending_list_limit = 256);
-- Who was born on a day, with all that the search asks of them: it looks at a thousand for the days for which one may stand.
DROP INDEX party_name_birth_date;
CREATE INDEX party_name_born ON party_name (birth_date) INCLUDE (id, party_id, kind, tokens, marking, compartment_id)
  WHERE birth_date IS NOT NULL;

-- Of what is imported; somebody who enters a name may not read the dictionary, and gives its pairs along.
CREATE FUNCTION party_name_pairs_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.pairs := name_pairs(NEW.tokens);
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION party_name_pairs_follow() FROM PUBLIC;
CREATE TRIGGER party_name_pairs_added BEFORE INSERT ON party_name FOR EACH ROW WHEN (NEW.pairs = '{}' AND cardinality(NEW.tokens) > 1)
  EXECUTE FUNCTION party_name_pairs_follow();
CREATE TRIGGER party_name_pairs_changed BEFORE UPDATE OF tokens ON party_name FOR EACH ROW
  WHEN (NEW.tokens IS DISTINCT FROM OLD.tokens) EXECUTE FUNCTION party_name_pairs_follow();

-- What a word may stand for, as before, and the class of each.
DROP FUNCTION search.words_like(jsonb, boolean);
CREATE FUNCTION search.words_like(asked jsonb, wide boolean)
RETURNS TABLE (word integer, token integer, level integer, uses integer, class integer) LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT a.n, t.id, min(t.level), max(t.uses), min(t.class)
  FROM jsonb_to_recordset(asked) AS a (n integer, word text, also text[], sounds text[], groups text[], stems text[], begins boolean,
      short text, firsts text[], seconds text[]),
    LATERAL (
      SELECT o.id, 0 AS level, o.uses, o.class FROM name_token o WHERE o.token = a.word
      UNION ALL
      SELECT o.id, 1, o.uses, o.class FROM name_token o WHERE o.token = ANY (a.also)
      UNION ALL
      (SELECT o.id, 1, o.uses, o.class FROM name_token o WHERE o.groups && a.groups ORDER BY o.uses DESC LIMIT 150)
      UNION ALL
      (SELECT o.id, 2, o.uses, o.class FROM name_token o WHERE wide AND o.stems && a.stems ORDER BY o.uses DESC LIMIT 150)
      UNION ALL
      (SELECT CASE WHEN f.uses < s.uses THEN f.id ELSE s.id END, 2, least(f.uses, s.uses), CASE WHEN f.uses < s.uses THEN f.class ELSE s.class END
       FROM unnest(a.firsts, a.seconds) AS h (first, second) JOIN name_token f ON f.token = h.first JOIN name_token s ON s.token = h.second
       WHERE wide ORDER BY least(f.uses, s.uses) DESC LIMIT 1)
      UNION ALL
      (SELECT o.id, 3, o.uses, o.class FROM name_token o WHERE wide AND o.sounds && a.sounds ORDER BY o.uses DESC LIMIT 300)
      UNION ALL
      SELECT o.id, 5, o.uses, o.class FROM name_token o WHERE wide AND length(a.word) > 1 AND o.token = left(a.word, 1)
      UNION ALL
      (SELECT o.id, CASE length(a.word) WHEN 1 THEN 5 ELSE 4 END, o.uses, o.class FROM name_token o
       WHERE a.begins AND o.token COLLATE "C" >= a.word AND o.token COLLATE "C" < a.word || '~' ORDER BY o.uses DESC LIMIT 300)
      UNION ALL
      (SELECT o.id, 4, o.uses, o.class FROM name_token o
       WHERE wide AND o.token COLLATE "C" >= a.short AND o.token COLLATE "C" < a.short || '~' ORDER BY o.uses DESC LIMIT 150)
    ) t
  GROUP BY a.n, t.id;
END $$;
REVOKE ALL ON FUNCTION search.words_like(jsonb, boolean) FROM PUBLIC;

ALTER TYPE search.word_set ADD ATTRIBUTE classes integer[];
DROP FUNCTION search.sets_of(integer[], integer[], integer[], integer[], integer[], integer[]);
CREATE FUNCTION search.sets_of(words integer[], word_of integer[], token_of integer[], level_of integer[], uses_of integer[], class_of integer[],
  levels integer[])
RETURNS search.word_set[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (SELECT CASE WHEN count(*) = cardinality(words) THEN array_agg(ROW (w.tokens, w.uses, w.classes)::search.word_set ORDER BY w.uses) END
    FROM (SELECT array_agg(DISTINCT l.token) AS tokens, sum(l.uses) AS uses, array_agg(DISTINCT l.class) AS classes
      FROM unnest(word_of, token_of, level_of, uses_of, class_of) AS l (word, token, level, uses, class)
      WHERE l.word = ANY (words) AND l.level = ANY (levels) GROUP BY l.word) w);
END $$;
REVOKE ALL ON FUNCTION search.sets_of(integer[], integer[], integer[], integer[], integer[], integer[], integer[]) FROM PUBLIC;

-- The names that have each of these words, as before: from the index by the two rarest at once, and the rest looked at in each.
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
BEGIN
  IF first IS NULL THEN RETURN '{}'; END IF;
  IF second IS NULL THEN
    RETURN coalesce((SELECT array_agg(c::search.candidate) FROM (
      WITH n AS MATERIALIZED (
        SELECT o.id, o.party_id, o.kind, o.tokens, o.birth_date FROM party_name o
        WHERE o.tokens && first
          AND (birth IS NULL OR o.birth_date IS NULL OR o.birth_date BETWEEN birth.first AND birth.last OR o.birth_date = ANY (birth.near))
          AND o.marking = ANY (markings) AND (o.compartment_id IS NULL OR o.compartment_id = ANY (compartments)))
      SELECT n.id, n.party_id, p.identity_id, p.kind AS of, n.kind, n.tokens, n.birth_date
      FROM n JOIN party p ON p.id = n.party_id
      WHERE (of_kind IS NULL OR p.kind = of_kind)
        AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments))
      LIMIT most) c), '{}');
  END IF;
  RETURN coalesce((SELECT array_agg(c::search.candidate) FROM (
    WITH n AS MATERIALIZED (
      SELECT o.id, o.party_id, o.kind, o.tokens, o.birth_date FROM unnest(many) AS one (class), LATERAL (
        SELECT * FROM party_name o
        WHERE o.pairs && ARRAY(SELECT least(one.class, other) << 15 | greatest(one.class, other) FROM unnest(few) AS other)) o
      WHERE (birth IS NULL OR o.birth_date IS NULL OR o.birth_date BETWEEN birth.first AND birth.last OR o.birth_date = ANY (birth.near))
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

-- As before: whether a name has any of hundreds of words is asked of a list that is hashed once, not looked through for each.
CREATE OR REPLACE FUNCTION search.names_of(parties bigint[], days date[], any_of integer[], of_kind text, most integer, markings text[], compartments bigint[])
RETURNS search.candidate[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(c::search.candidate) FROM (
    WITH n AS MATERIALIZED (
      SELECT o.id, o.party_id, o.kind, o.tokens, o.birth_date, o.marking, o.compartment_id FROM party_name o WHERE o.party_id = ANY (parties)
      UNION ALL
      SELECT o.id, o.party_id, o.kind, o.tokens, o.birth_date, o.marking, o.compartment_id FROM party_name o WHERE o.birth_date = ANY (days))
    SELECT n.id, n.party_id, p.identity_id, p.kind AS of, n.kind, n.tokens, n.birth_date
    FROM n JOIN party p ON p.id = n.party_id
    WHERE (any_of IS NULL OR (n.tokens[1] IN (SELECT unnest(any_of)) OR n.tokens[2] IN (SELECT unnest(any_of))
        OR n.tokens[3] IN (SELECT unnest(any_of)) OR n.tokens[4] IN (SELECT unnest(any_of))
        OR (cardinality(n.tokens) > 4 AND n.tokens[5 :] && any_of))) AND (of_kind IS NULL OR p.kind = of_kind)
      AND n.marking = ANY (markings) AND (n.compartment_id IS NULL OR n.compartment_id = ANY (compartments))
      AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments))
    LIMIT most) c), '{}');
END $$;

-- The search itself. Of a day of birth, whoever has it is looked at first; where one of them has all the words, those that have
-- neither just these words nor that day are not looked for.
CREATE OR REPLACE FUNCTION search.parties(asked jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  most CONSTANT integer := CASE WHEN asked ->> 'place' IS NULL THEN 1000 ELSE 3000 END;
  enough CONSTANT integer := 40;
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
  SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses), array_agg(l.class)
      INTO word_of, token_of, level_of, uses_of, class_of
    FROM search.words_like(words, false) l;
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
    IF place.postcode IS NOT NULL OR (place.sets IS NOT NULL AND place_uses <= 3000) THEN
      SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses), array_agg(l.class)
      INTO word_of, token_of, level_of, uses_of, class_of
        FROM search.words_like(words, true) l;
      found := search.names_of(search.residents(place, markings, compartments), NULL,
        ARRAY(SELECT DISTINCT l.token FROM unnest(word_of, token_of, level_of) AS l (word, token, level) WHERE l.word = ANY (required) AND l.level < 5),
        of_kind, most, markings, compartments);
    END IF;
    IF born_on IS NOT NULL THEN
      -- Somebody of that very day, or of one that it may have been written for, with any of the words.
      SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses), array_agg(l.class)
        INTO word_of, token_of, level_of, uses_of, class_of FROM search.words_like(words, true) l;
      found := found || search.names_of(NULL, born_near || born_on || born_swapped,
        ARRAY(SELECT DISTINCT l.token FROM unnest(word_of, token_of, level_of) AS l (word, token, level) WHERE l.word = ANY (required) AND l.level < 5),
        of_kind, most, markings, compartments);
      -- Whoever has all the words in some spelling, and that day, is the one: those who have neither need not be looked for.
      sure := EXISTS (SELECT FROM unnest(found) AS c WHERE c.birth_date IN (born_on, born_swapped) AND NOT EXISTS (
        SELECT FROM unnest(search.sets_of(required, word_of, token_of, level_of, uses_of, class_of, '{0,1,2,3,4}')) AS s WHERE NOT c.tokens && s.tokens));
    END IF;
    -- Where very many have just these words, those that have others for them would not be seen anyway.
    IF about > 2 * most OR cardinality(optional) > 0 THEN
      found := found || search.names_with(search.sets_of(required || optional, word_of, token_of, level_of, uses_of, class_of, '{0}'), birth,
        of_kind, most, markings, compartments);
    END IF;
    IF cardinality(found) < most THEN
      found := found || search.names_with(search.sets_of(required, word_of, token_of, level_of, uses_of, class_of, '{0,1,4,5}'), birth,
        of_kind, most, markings, compartments);
    END IF;
    IF NOT sure AND cardinality(found) < enough THEN
      SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses), array_agg(l.class)
        INTO word_of, token_of, level_of, uses_of, class_of FROM search.words_like(words, true) l;
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
    FROM matched m WHERE m.id = ANY (ARRAY(SELECT b.id FROM best b)) GROUP BY m.id
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
