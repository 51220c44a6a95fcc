-- The search for parties, and what makes it fast.

-- A whole dictionary comes with its ids (kernel/parties/load-words.ts), and the next word must have the next one.
GRANT SELECT, UPDATE ON SEQUENCE name_token_id_seq TO fp_service;

-- Names are searched while they are added to: what waits to be put in its place is read by every search, so little may wait.
CREATE INDEX party_name_tokens ON party_name USING gin (tokens) WITH (gin_pending_list_limit = 256);
CREATE INDEX name_token_start ON name_token (token COLLATE "C");
CREATE INDEX name_token_sounds ON name_token USING gin (sounds);
CREATE INDEX name_token_groups ON name_token USING gin (groups);
CREATE INDEX name_token_stems ON name_token USING gin (stems);

-- Each two characters that stand together in a mark, its beginning and its end among them (^ and $): what a mark with unknown
-- characters in it is found by. O and 0, and I and 1, are read as the same, since people do.
CREATE FUNCTION mark_pairs(mark text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT array_agg(DISTINCT substr('^' || translate(mark, 'OI', '01') || '$', place, 2))
    FROM generate_series(1, length(mark) + 1) AS place);
GRANT EXECUTE ON FUNCTION mark_pairs(text) TO fp_staff, fp_service;
CREATE INDEX vehicle_mark_pairs ON vehicle USING gin (mark_pairs(mark)) WHERE mark IS NOT NULL;
-- A place is said by the name of an area, too.
CREATE INDEX area_name ON area (lower(name));
CREATE INDEX party_reference ON party (source_reference) WHERE source_reference IS NOT NULL;

-- What a word may stand for: itself (0), a nickname, another spelling, the word that it makes with its neighbour (1), one slip away
-- (2), sounding alike (3), what begins with it, or with it as with a short form (4), what it is the initial of, or that of it (5).
-- The commonest first, so many of each; `uses` in about how many names each is. `firsts` and `seconds` are the ways to part it in
-- two. In PL/pgSQL, as all that every search asks, since it keeps its plans: to plan them costs more than to run them.
CREATE FUNCTION search.words_like(asked jsonb, wide boolean)
RETURNS TABLE (word integer, token integer, level integer, uses integer) LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT a.n, t.id, min(t.level), max(t.uses)
  FROM jsonb_to_recordset(asked) AS a (n integer, word text, also text[], sounds text[], groups text[], stems text[], begins boolean,
      short text, firsts text[], seconds text[]),
    LATERAL (
      SELECT o.id, 0 AS level, o.uses FROM name_token o WHERE o.token = a.word
      UNION ALL
      SELECT o.id, 1, o.uses FROM name_token o WHERE o.token = ANY (a.also)
      UNION ALL
      (SELECT o.id, 1, o.uses FROM name_token o WHERE o.groups && a.groups ORDER BY o.uses DESC LIMIT 150)
      UNION ALL
      (SELECT o.id, 2, o.uses FROM name_token o WHERE wide AND o.stems && a.stems ORDER BY o.uses DESC LIMIT 150)
      UNION ALL
      (SELECT CASE WHEN f.uses < s.uses THEN f.id ELSE s.id END, 2, least(f.uses, s.uses)
       FROM unnest(a.firsts, a.seconds) AS h (first, second) JOIN name_token f ON f.token = h.first JOIN name_token s ON s.token = h.second
       WHERE wide ORDER BY least(f.uses, s.uses) DESC LIMIT 1)
      UNION ALL
      (SELECT o.id, 3, o.uses FROM name_token o WHERE wide AND o.sounds && a.sounds ORDER BY o.uses DESC LIMIT 300)
      UNION ALL
      SELECT o.id, 5, o.uses FROM name_token o WHERE wide AND length(a.word) > 1 AND o.token = left(a.word, 1)
      UNION ALL
      (SELECT o.id, CASE length(a.word) WHEN 1 THEN 5 ELSE 4 END, o.uses FROM name_token o
       WHERE a.begins AND o.token COLLATE "C" >= a.word AND o.token COLLATE "C" < a.word || '~' ORDER BY o.uses DESC LIMIT 300)
      UNION ALL
      (SELECT o.id, 4, o.uses FROM name_token o
       WHERE wide AND o.token COLLATE "C" >= a.short AND o.token COLLATE "C" < a.short || '~' ORDER BY o.uses DESC LIMIT 150)
    ) t
  GROUP BY a.n, t.id;
END $$;
REVOKE ALL ON FUNCTION search.words_like(jsonb, boolean) FROM PUBLIC;

-- All that one word may stand for, and in how many names these are.
CREATE TYPE search.word_set AS (tokens integer[], uses bigint);
-- That of each of these words at these levels, the rarest first; null where a word stands for none.
CREATE FUNCTION search.sets_of(words integer[], word_of integer[], token_of integer[], level_of integer[], uses_of integer[], levels integer[])
RETURNS search.word_set[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (SELECT CASE WHEN count(*) = cardinality(words) THEN array_agg(ROW (w.tokens, w.uses)::search.word_set ORDER BY w.uses) END
    FROM (SELECT array_agg(DISTINCT l.token) AS tokens, sum(l.uses) AS uses
      FROM unnest(word_of, token_of, level_of, uses_of) AS l (word, token, level, uses)
      WHERE l.word = ANY (words) AND l.level = ANY (levels) GROUP BY l.word) w);
END $$;
-- Fewer of many words, to be tried in this order: all but one, then the last or the first with one other; those that tell most
-- first, as the first that are found may be all that are looked for, and initials alone never. `telling` says it of every word, from
-- the word 0.
CREATE FUNCTION search.fewer_words(words integer[], telling float8[]) RETURNS TABLE (fewer integer[]) LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY SELECT f.some FROM (
    SELECT array_remove(words, w) AS some FROM unnest(words) AS w WHERE cardinality(words) > 2
    UNION
    SELECT ARRAY[w, words[cardinality(words)]] FROM unnest(words[: cardinality(words) - 1]) AS w WHERE cardinality(words) > 3
    UNION
    SELECT ARRAY[words[1], w] FROM unnest(words[2 : cardinality(words) - 1]) AS w WHERE cardinality(words) > 3
  ) f
  WHERE (SELECT max(telling[w + 1]) FROM unnest(f.some) AS w) > 2
  ORDER BY cardinality(f.some) DESC, (SELECT sum(telling[w + 1]) FROM unnest(f.some) AS w) DESC, f.some;
END $$;

-- A name that was found, with what its party is.
CREATE TYPE search.candidate AS (
  id bigint, party_id bigint, identity_id bigint, of text, kind text, tokens integer[], birth_date date);
-- When somebody may be born: between two days, or on one of those for which the day that was said may have been written.
CREATE TYPE search.birth AS (first date, last date, near date[]);

-- The names that have each of these words and that the reader may see, so many at most. They are taken from the index by the rarest
-- word, and by the next where it is about as rare; the rest is looked at in each: to read the index for an initial, or for Mary,
-- costs more than that.
CREATE FUNCTION search.names_with(sets search.word_set[], birth search.birth, of_kind text, most integer, markings text[], compartments bigint[])
RETURNS search.candidate[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  first integer[] := sets[1].tokens;
  second integer[] := sets[2].tokens;
  third integer[] := sets[3].tokens;
  rest search.word_set[] := nullif(sets[4 :], '{}');
  as_rare boolean := sets[2].uses <= 4 * sets[1].uses;
  indexed integer[] := CASE WHEN as_rare THEN second ELSE first END;
  looked_at integer[] := CASE WHEN as_rare THEN NULL ELSE second END;
BEGIN
  IF first IS NULL THEN RETURN '{}'; END IF;
  RETURN coalesce((SELECT array_agg(c::search.candidate) FROM (
    WITH n AS MATERIALIZED (
      SELECT o.id, o.party_id, o.kind, o.tokens, o.birth_date FROM party_name o
      WHERE o.tokens && first AND o.tokens && indexed
        AND (looked_at IS NULL OR o.tokens && looked_at) AND (third IS NULL OR o.tokens && third)
        AND (rest IS NULL OR NOT EXISTS (SELECT FROM unnest(rest) AS r WHERE NOT o.tokens && r.tokens))
        AND (birth IS NULL OR o.birth_date IS NULL OR o.birth_date BETWEEN birth.first AND birth.last OR o.birth_date = ANY (birth.near))
        AND o.marking = ANY (markings) AND (o.compartment_id IS NULL OR o.compartment_id = ANY (compartments)))
    SELECT n.id, n.party_id, p.identity_id, p.kind AS of, n.kind, n.tokens, n.birth_date
    FROM n JOIN party p ON p.id = n.party_id
    WHERE (of_kind IS NULL OR p.kind = of_kind)
      AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments))
    LIMIT most) c), '{}');
END $$;
-- The same of those with any of these tokens: of these parties, or of whoever was born on one of these days.
CREATE FUNCTION search.names_of(parties bigint[], days date[], any_of integer[], of_kind text, most integer, markings text[], compartments bigint[])
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
    WHERE (any_of IS NULL OR n.tokens && any_of) AND (of_kind IS NULL OR p.kind = of_kind)
      AND n.marking = ANY (markings) AND (n.compartment_id IS NULL OR n.compartment_id = ANY (compartments))
      AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments))
    LIMIT most) c), '{}');
END $$;
-- The same of whoever was born between two days.
CREATE FUNCTION search.names_born(first date, last date, of_kind text, most integer, markings text[], compartments bigint[])
RETURNS search.candidate[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(c::search.candidate) FROM (
    SELECT n.id, n.party_id, p.identity_id, p.kind AS of, n.kind, n.tokens, n.birth_date
    FROM party_name n JOIN party p ON p.id = n.party_id
    WHERE n.birth_date BETWEEN first AND last AND (of_kind IS NULL OR p.kind = of_kind)
      AND n.marking = ANY (markings) AND (n.compartment_id IS NULL OR n.compartment_id = ANY (compartments))
      AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments))
    LIMIT most) c), '{}');
END $$;

-- A place that was said: the words of an address, the areas of that name, a postcode as a pattern.
CREATE TYPE search.place AS (sets search.word_set[], areas bigint[], postcode text);
-- Who lives, or has its premises, at the addresses that have these words and this postcode, as far as the reader may see; none where
-- it is so many addresses that the place tells little: whoever is found by name is then asked for theirs.
CREATE FUNCTION search.residents(place search.place, markings text[], compartments bigint[])
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  sets search.word_set[] := place.sets;
  first integer[] := sets[1].tokens;
  rest search.word_set[] := sets[2 :];
  -- A pattern finds no index by itself: from what it begins with.
  start text := split_part(split_part(place.postcode, '%', 1), '_', 1);
  addresses bigint[];
BEGIN
  IF place.postcode IS NOT NULL THEN
    addresses := ARRAY(SELECT n.party_id
      FROM address a JOIN party_name n ON n.party_id = a.party_id JOIN party p ON p.id = n.party_id
      WHERE a.postcode ~>=~ start AND a.postcode ~<~ (start || '~') AND a.postcode LIKE place.postcode
        AND NOT EXISTS (SELECT FROM unnest(sets) AS r WHERE NOT n.tokens && r.tokens)
        AND n.marking = ANY (markings) AND (n.compartment_id IS NULL OR n.compartment_id = ANY (compartments))
        AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments)) LIMIT 301);
  ELSE
    addresses := ARRAY(
      WITH n AS MATERIALIZED (
        SELECT o.party_id FROM party_name o
        WHERE o.tokens && first AND NOT EXISTS (SELECT FROM unnest(rest) AS r WHERE NOT o.tokens && r.tokens)
          AND o.marking = ANY (markings) AND (o.compartment_id IS NULL OR o.compartment_id = ANY (compartments)))
      SELECT n.party_id FROM n JOIN party p ON p.id = n.party_id
      WHERE p.kind = 'address' AND p.marking = ANY (markings) AND (p.compartment_id IS NULL OR p.compartment_id = ANY (compartments)) LIMIT 301);
  END IF;
  IF cardinality(addresses) NOT BETWEEN 1 AND 300 THEN RETURN '{}'; END IF;
  RETURN ARRAY(
    SELECT DISTINCT l.from_party FROM party_link l
    WHERE l.to_party = ANY (addresses) AND l.kind IN ('lives-at', 'premises-of')
      AND l.marking = ANY (markings) AND (l.compartment_id IS NULL OR l.compartment_id = ANY (compartments))
      AND ((SELECT reader_force_wide()) OR (l.area_id IS NULL AND l.unit_id IS NULL) OR l.area_id = ANY ((SELECT reader_areas())::bigint[])
        OR l.unit_id = ANY ((SELECT reader_units())::bigint[]) OR l.owner_id = (SELECT reader_account()))
    LIMIT 1500);
END $$;
-- Those of these parties that are at the place: addresses themselves, and who lives or has its premises there as far as the reader
-- may see both.
CREATE FUNCTION search.placed(parties bigint[], place search.place, markings text[], compartments bigint[])
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  sets search.word_set[] := place.sets;
BEGIN
  RETURN ARRAY(SELECT DISTINCT x.party
    FROM (
      SELECT p.id AS party, p.id AS at FROM party p WHERE p.id = ANY (parties) AND p.kind = 'address'
      UNION ALL
      SELECT l.from_party, l.to_party FROM party_link l
      WHERE l.from_party = ANY (parties) AND l.kind IN ('lives-at', 'premises-of')
        AND l.marking = ANY (markings) AND (l.compartment_id IS NULL OR l.compartment_id = ANY (compartments))
        AND ((SELECT reader_force_wide()) OR (l.area_id IS NULL AND l.unit_id IS NULL) OR l.area_id = ANY ((SELECT reader_areas())::bigint[])
          OR l.unit_id = ANY ((SELECT reader_units())::bigint[]) OR l.owner_id = (SELECT reader_account()))) x
      JOIN party_name n ON n.party_id = x.at
    WHERE n.marking = ANY (markings) AND (n.compartment_id IS NULL OR n.compartment_id = ANY (compartments))
      AND CASE
        WHEN place.postcode IS NULL THEN
          (sets IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(sets) AS r WHERE NOT n.tokens && r.tokens))
          OR (cardinality(place.areas) > 0 AND EXISTS (SELECT FROM address a JOIN location_area w ON w.location_id = a.location_id
            WHERE a.party_id = x.at AND w.area_id = ANY (place.areas)))
        ELSE EXISTS (SELECT FROM address a WHERE a.party_id = x.at AND a.postcode LIKE place.postcode)
          AND NOT EXISTS (SELECT FROM unnest(sets) AS r WHERE NOT n.tokens && r.tokens)
        END);
END $$;

-- The search by names, of whatever has one: people, organisations, addresses. It is reviewed as `search.records` is: array
-- operators are not leakproof, so candidates come from the indexes here, and the predicates of party_force, party_name_force and
-- party_link_reach are applied to each before anything is capped, ranked or counted. It runs as the owner, and answers with ids,
-- counts and levels of likeness; the caller reads the parties under their own policies.
-- asked: {"words": [{"n", "word", "sounds", "groups", "stems", "begins", "short", "optional"}], "born": {"on", "swapped", "near",
-- "from", "to"}, "place": {"words", "name", "postcode"}, "kind"}; n counts from 0. Answers {"found", "more", "facets": [{"kind",
-- "count"}], "hits": [{"party", "name", "score", "words": [[n, level, place in the name]], "born", "place"}]}: of what the reader
-- may see, 200 hits at most, the best first. More than 1,000 are not counted to the end.
CREATE FUNCTION search.parties(asked jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
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
  SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses) INTO word_of, token_of, level_of, uses_of
    FROM search.words_like(words, false) l;
  SELECT array_agg(CASE WHEN length(w.word) = 1 THEN 2 ELSE 15 - ln(greatest(coalesce(u.uses, 1), 1)) END ORDER BY w.n),
      CASE WHEN born_from IS NULL THEN exp(sum(ln(coalesce(u.uses, 0.01) / names.count)) FILTER (WHERE w.n = ANY (required))) * max(names.count) END
    INTO telling, about
    FROM (SELECT greatest(c.reltuples, 1000) AS count FROM pg_class c WHERE c.oid = 'party_name'::regclass) names,
      jsonb_to_recordset(words) AS w (n integer, word text) LEFT JOIN name_token u ON u.token = w.word;
  of_all := (SELECT sum(t) FROM unnest(telling) AS t);

  IF asked ->> 'place' IS NOT NULL THEN
    SELECT search.sets_of((SELECT array_agg(w.n) FROM jsonb_to_recordset(place_words) AS w (n integer)),
        array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses), '{0,1,2,4}'),
      CASE WHEN jsonb_array_length(place_words) = 0 THEN '{}' ELSE ARRAY(SELECT a.id FROM area a WHERE lower(a.name) = asked #>> '{place,name}') END,
      asked #>> '{place,postcode}'
      INTO place.sets, place.areas, place.postcode FROM search.words_like(place_words, true) l;
    SELECT min(coalesce(u.uses, 0)) INTO place_uses
      FROM jsonb_to_recordset(place_words) AS w (word text) LEFT JOIN name_token u ON u.token = w.word;
  END IF;

  IF cardinality(required) > 0 THEN
    -- Where even the rarest word of a place is in very many names, it is a town, and whose home it is tells little.
    IF place.postcode IS NOT NULL OR (place.sets IS NOT NULL AND place_uses <= 3000) THEN
      SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses) INTO word_of, token_of, level_of, uses_of
        FROM search.words_like(words, true) l;
      found := search.names_of(search.residents(place, markings, compartments), NULL,
        ARRAY(SELECT DISTINCT l.token FROM unnest(word_of, token_of, level_of) AS l (word, token, level) WHERE l.word = ANY (required) AND l.level < 5),
        of_kind, most, markings, compartments);
    END IF;
    -- Where very many have just these words, those that have others for them would not be seen anyway.
    IF about > 2 * most OR cardinality(optional) > 0 THEN
      found := found || search.names_with(search.sets_of(required || optional, word_of, token_of, level_of, uses_of, '{0}'), birth,
        of_kind, most, markings, compartments);
    END IF;
    IF cardinality(found) < most THEN
      found := found || search.names_with(search.sets_of(required, word_of, token_of, level_of, uses_of, '{0,1,4,5}'), birth,
        of_kind, most, markings, compartments);
    END IF;
    IF cardinality(found) < enough THEN
      SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level), array_agg(l.uses) INTO word_of, token_of, level_of, uses_of
        FROM search.words_like(words, true) l;
      found := found || search.names_with(search.sets_of(required, word_of, token_of, level_of, uses_of, '{0,1,2,3,4,5}'), birth,
        of_kind, most, markings, compartments);
      IF born_on IS NOT NULL THEN
        -- Somebody of that very day, or of one that it may have been written for, with any of the words.
        found := found || search.names_of(NULL, born_near || born_on || born_swapped,
          ARRAY(SELECT DISTINCT l.token FROM unnest(word_of, token_of, level_of) AS l (word, token, level) WHERE l.word = ANY (required) AND l.level < 5),
          of_kind, most, markings, compartments);
      END IF;
      FOR fewer IN SELECT f.fewer FROM search.fewer_words(required, telling) f LOOP
        EXIT WHEN cardinality(found) >= enough;
        found := found || search.names_with(search.sets_of(fewer, word_of, token_of, level_of, uses_of, '{0,1,2,3,4,5}'), birth,
          of_kind, most / 4, markings, compartments);
      END LOOP;
      IF cardinality(found) < enough AND birth IS NOT NULL THEN
        found := found || search.names_with(search.sets_of(required, word_of, token_of, level_of, uses_of, '{0,1,2,3,4}'), NULL,
          of_kind, most / 4, markings, compartments);
      END IF;
      IF cardinality(found) < enough AND cardinality(required) = 2 AND (birth IS NOT NULL OR asked ->> 'place' IS NOT NULL) THEN
        -- One name alone, of the age or at the place: the other may be one that is not known here. Only of rare ones, since all
        -- that have it are looked at.
        FOR at IN 1 .. 2 LOOP
          CONTINUE WHEN telling[required[at] + 1] < 8;
          alone := search.names_with(search.sets_of(required[at : at], word_of, token_of, level_of, uses_of, '{0,1}'), birth,
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
REVOKE ALL ON FUNCTION search.sets_of(integer[], integer[], integer[], integer[], integer[], integer[]),
  search.fewer_words(integer[], float8[]),
  search.names_with(search.word_set[], search.birth, text, integer, text[], bigint[]),
  search.names_of(bigint[], date[], integer[], text, integer, text[], bigint[]),
  search.names_born(date, date, text, integer, text[], bigint[]),
  search.residents(search.place, text[], bigint[]), search.placed(bigint[], search.place, text[], bigint[]), search.parties(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.parties(jsonb) TO fp_staff;

-- The search by what is no name: marks of vehicles with unknown characters, numbers of phones by their beginning or end, postcodes,
-- sources' own numbers. As `search.parties`: the predicate of party_force before anything is capped or counted.
-- asked: {"marks": [{"like", "pairs"}], "phones": [{"from", "end"}], "postcode": {"from", "like"}, "references": [], "kind"}.
-- Answers {"found", "more", "facets": [{"kind", "count"}], "hits": [{"party", "how"}]}: 200 at most.
CREATE FUNCTION search.identifiers(asked jsonb) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off AS $$
  WITH met AS (
    SELECT v.party_id, 'mark' AS how
    FROM jsonb_to_recordset(asked -> 'marks') AS m ("like" text, pairs text[])
      JOIN vehicle v ON v.mark IS NOT NULL AND mark_pairs(v.mark) @> m.pairs AND translate(v.mark, 'OI', '01') LIKE m."like"
    UNION ALL
    SELECT f.party_id, 'phone'
    FROM jsonb_to_recordset(asked -> 'phones') AS t ("from" text, "end" text), LATERAL (
      SELECT party_id FROM phone WHERE number ~>=~ t."from" AND number ~<~ (t."from" || ':')
      UNION ALL
      SELECT party_id FROM phone WHERE reverse(number) ~>=~ t."end" AND reverse(number) ~<~ (t."end" || ':')) f
    UNION ALL
    SELECT a.party_id, 'postcode' FROM address a
    WHERE a.postcode ~>=~ (asked #>> '{postcode,from}') AND a.postcode ~<~ ((asked #>> '{postcode,from}') || '~')
      AND a.postcode LIKE (asked #>> '{postcode,like}')
    UNION ALL
    SELECT p.id, 'reference' FROM party p WHERE p.source_reference = ANY (ARRAY(SELECT jsonb_array_elements_text(asked -> 'references')))
  ),
  seen AS MATERIALIZED (
    SELECT p.identity_id, p.id, p.kind, p.label, m.how
    FROM met m JOIN party p ON p.id = m.party_id
    WHERE (asked ->> 'kind' IS NULL OR p.kind = asked ->> 'kind')
      AND p.marking = ANY ((SELECT reader_markings())::text[])
      AND (p.compartment_id IS NULL OR p.compartment_id = ANY ((SELECT reader_compartments())::bigint[]))
    LIMIT 1001
  ),
  identities AS MATERIALIZED (SELECT DISTINCT ON (identity_id) * FROM seen ORDER BY identity_id, id)
  SELECT jsonb_build_object(
    'found', (SELECT count(*) FROM identities),
    'more', (SELECT count(*) > 1000 FROM seen),
    'facets', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'count', f.count)), '[]')
      FROM (SELECT kind, count(*) FROM identities GROUP BY kind ORDER BY kind) f),
    'hits', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', b.id, 'how', b.how) ORDER BY b.label, b.id), '[]')
      FROM (SELECT * FROM identities ORDER BY label, id LIMIT 200) b))
$$;
REVOKE ALL ON FUNCTION search.identifiers(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.identifiers(jsonb) TO fp_staff;
