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
-- (2), sounding alike (3), what begins with it (4), what it is the initial of, or that of it (5). The commonest first, so many of
-- each. `halves` are the ways to part it in two.
CREATE FUNCTION search.words_like(asked jsonb, wide boolean)
RETURNS TABLE (word integer, token integer, level integer) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT a.n, t.id, min(t.level)
  FROM jsonb_to_recordset(asked) AS a
      (n integer, word text, also text[], sounds text[], groups text[], stems text[], begins boolean, firsts text[], seconds text[]),
    LATERAL (
      SELECT o.id, 0 AS level FROM name_token o WHERE o.token = a.word
      UNION ALL
      SELECT o.id, 1 FROM name_token o WHERE o.token = ANY (a.also)
      UNION ALL
      (SELECT o.id, 1 FROM name_token o WHERE o.groups && a.groups ORDER BY o.uses DESC LIMIT 150)
      UNION ALL
      (SELECT o.id, 2 FROM name_token o WHERE wide AND o.stems && a.stems ORDER BY o.uses DESC LIMIT 150)
      UNION ALL
      (SELECT CASE WHEN f.uses < s.uses THEN f.id ELSE s.id END, 2
       FROM unnest(a.firsts, a.seconds) AS h (first, second) JOIN name_token f ON f.token = h.first JOIN name_token s ON s.token = h.second
       WHERE wide ORDER BY least(f.uses, s.uses) DESC LIMIT 1)
      UNION ALL
      (SELECT o.id, 3 FROM name_token o WHERE wide AND o.sounds && a.sounds ORDER BY o.uses DESC LIMIT 300)
      UNION ALL
      SELECT o.id, 5 FROM name_token o WHERE wide AND length(a.word) > 1 AND o.token = left(a.word, 1)
      UNION ALL
      (SELECT o.id, CASE length(a.word) WHEN 1 THEN 5 ELSE 4 END FROM name_token o
       WHERE a.begins AND o.token COLLATE "C" >= a.word AND o.token COLLATE "C" < a.word || '~' ORDER BY o.uses DESC LIMIT 300)
    ) t
  GROUP BY a.n, t.id
$$;
REVOKE ALL ON FUNCTION search.words_like(jsonb, boolean) FROM PUBLIC;

-- A condition that a name (n) has each of these words, in any of the tokens that it may stand for at these levels; null where a
-- word stands for none. Of numbers only, so that nothing of what was typed gets into a statement.
CREATE FUNCTION search.with_all(words integer[], word_of integer[], token_of integer[], level_of integer[], levels integer[])
RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN count(*) = cardinality(words) THEN string_agg(format('n.tokens && %L::integer[]', w.tokens), ' AND ' ORDER BY w.size) END
  FROM (SELECT array_agg(DISTINCT l.token) AS tokens, count(*) AS size
    FROM unnest(word_of, token_of, level_of) AS l (word, token, level)
    WHERE l.word = ANY (words) AND l.level = ANY (levels) GROUP BY l.word) w
$$;
-- The same for any of the words, initials aside.
CREATE FUNCTION search.with_any(words integer[], word_of integer[], token_of integer[], level_of integer[])
RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT format('n.tokens && %L::integer[]', array_agg(DISTINCT l.token))
  FROM unnest(word_of, token_of, level_of) AS l (word, token, level) WHERE l.word = ANY (words) AND l.level < 5
$$;
-- Fewer of many words, to be tried in this order: all but one, then the last or the first with one other; those that tell most
-- first, as the first that are found may be all that are looked for. `telling` says it of every word, from the word 0.
CREATE FUNCTION search.fewer_words(words integer[], telling float8[]) RETURNS TABLE (fewer integer[]) LANGUAGE sql IMMUTABLE
SET search_path = public, pg_temp AS $$
  SELECT f.fewer FROM (
    SELECT array_remove(words, w) AS fewer FROM unnest(words) AS w WHERE cardinality(words) > 2
    UNION
    SELECT ARRAY[w, words[cardinality(words)]] FROM unnest(words[: cardinality(words) - 1]) AS w WHERE cardinality(words) > 3
    UNION
    SELECT ARRAY[words[1], w] FROM unnest(words[2 : cardinality(words) - 1]) AS w WHERE cardinality(words) > 3
  ) f
  ORDER BY cardinality(f.fewer) DESC, (SELECT sum(telling[w + 1]) FROM unnest(f.fewer) AS w) DESC, f.fewer
$$;
-- A condition that this party lives, or has its premises, at a place of which the other condition holds (n is the name of its
-- address), as far as the reader may see both. The last two are the parameters that hold the reader's markings and compartments.
CREATE FUNCTION search.lives_at(at_place text, party text, markings text, compartments text) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = public, pg_temp AS $$
  SELECT format('EXISTS (SELECT FROM party_link l JOIN party_name n ON n.party_id = l.to_party
    WHERE l.from_party = %s AND l.kind IN (''lives-at'', ''premises-of'') AND %s
      AND n.marking = ANY (%3$s) AND (n.compartment_id IS NULL OR n.compartment_id = ANY (%4$s))
      AND l.marking = ANY (%3$s) AND (l.compartment_id IS NULL OR l.compartment_id = ANY (%4$s))
      AND ((SELECT reader_force_wide()) OR (l.area_id IS NULL AND l.unit_id IS NULL)
        OR l.area_id = ANY ((SELECT reader_areas())::bigint[]) OR l.unit_id = ANY ((SELECT reader_units())::bigint[])
        OR l.owner_id = (SELECT reader_account())))', party, at_place, markings, compartments)
$$;

-- A name that was found, with what its party is.
CREATE TYPE search.candidate AS (
  id bigint, party_id bigint, identity_id bigint, of text, kind text, tokens integer[], birth_date date);
-- The names of which this holds and that the reader may see, so many at most. Called by search.parties only.
CREATE FUNCTION search.names_with(condition text, of_kind text, most integer, markings text[], compartments bigint[])
RETURNS search.candidate[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  candidates search.candidate[];
BEGIN
  IF condition IS NULL THEN RETURN '{}'; END IF;
  EXECUTE format(
    'SELECT array_agg(c::search.candidate) FROM (
      SELECT n.id, n.party_id, p.identity_id, p.kind AS of, n.kind, n.tokens, n.birth_date
      FROM party_name n JOIN party p ON p.id = n.party_id
      WHERE %s AND ($4 IS NULL OR p.kind = $4)
        AND n.marking = ANY ($1) AND (n.compartment_id IS NULL OR n.compartment_id = ANY ($2))
        AND p.marking = ANY ($1) AND (p.compartment_id IS NULL OR p.compartment_id = ANY ($2))
      LIMIT $3) c', condition)
    INTO candidates USING markings, compartments, most, of_kind;
  RETURN coalesce(candidates, '{}');
END $$;
-- Who lives, or has its premises, at the addresses of which this holds (n is the address's name), as far as the reader may see;
-- none where it is so many addresses that the place tells little: whoever is found by name is then asked for theirs.
CREATE FUNCTION search.residents(condition text, markings text[], compartments bigint[])
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  addresses bigint[];
BEGIN
  EXECUTE format(
    'SELECT array_agg(c.party_id) FROM (SELECT n.party_id FROM party_name n JOIN party p ON p.id = n.party_id
      WHERE %s AND p.kind = ''address''
        AND n.marking = ANY ($1) AND (n.compartment_id IS NULL OR n.compartment_id = ANY ($2))
        AND p.marking = ANY ($1) AND (p.compartment_id IS NULL OR p.compartment_id = ANY ($2)) LIMIT 301) c', condition)
    INTO addresses USING markings, compartments;
  IF addresses IS NULL OR cardinality(addresses) > 300 THEN RETURN '{}'; END IF;
  RETURN ARRAY(
    SELECT DISTINCT l.from_party FROM party_link l
    WHERE l.to_party = ANY (addresses) AND l.kind IN ('lives-at', 'premises-of')
      AND l.marking = ANY (markings) AND (l.compartment_id IS NULL OR l.compartment_id = ANY (compartments))
      AND ((SELECT reader_force_wide()) OR (l.area_id IS NULL AND l.unit_id IS NULL) OR l.area_id = ANY ((SELECT reader_areas())::bigint[])
        OR l.unit_id = ANY ((SELECT reader_units())::bigint[]) OR l.owner_id = (SELECT reader_account()))
    LIMIT 1500);
END $$;

-- The search by names, of whatever has one: people, organisations, addresses. It is reviewed as `search.records` is: array
-- operators are not leakproof, so candidates come from the indexes here, and the predicates of party_force, party_name_force and
-- party_link_reach are applied to each before anything is capped, ranked or counted. It runs as the owner, and answers with ids,
-- counts and levels of likeness; the caller reads the parties under their own policies.
-- asked: {"words": [{"n", "word", "sounds", "groups", "stems", "begins", "optional"}], "born": {"on", "swapped", "near", "from",
-- "to"}, "place": {"words", "name", "postcode"}, "kind"}; n counts from 0. Answers {"found", "more", "facets": [{"kind", "count"}],
-- "hits": [{"party", "name", "score", "words": [[n, level, place in the name]], "born", "place"}]}: of what the reader may see,
-- 200 hits at most, the best first. More than 1,000 are not counted to the end.
CREATE FUNCTION search.parties(asked jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off AS $$
DECLARE
  most CONSTANT integer := CASE WHEN asked ->> 'place' IS NULL THEN 1000 ELSE 3000 END;
  enough CONSTANT integer := 40;
  weights CONSTANT float8[] := '{1, 0.93, 0.8, 0.72, 0.7, 0.5}';
  markings CONSTANT text[] := reader_markings();
  compartments CONSTANT bigint[] := reader_compartments();
  words CONSTANT jsonb := coalesce(asked -> 'words', '[]');
  required integer[];
  optional integer[];
  -- What the words may stand for: the word's number, the token, how alike; and how telling each word is.
  word_of integer[];
  token_of integer[];
  level_of integer[];
  telling float8[];
  place_words CONSTANT jsonb := coalesce(asked #> '{place,words}', '[]');
  postcode CONSTANT text := asked #>> '{place,postcode}';
  born_on CONSTANT date := (asked #>> '{born,on}')::date;
  born_swapped CONSTANT date := (asked #>> '{born,swapped}')::date;
  born_near CONSTANT date[] := ARRAY(SELECT jsonb_array_elements_text(asked #> '{born,near}')::date);
  born_from CONSTANT date := (asked #>> '{born,from}')::date;
  born_to CONSTANT date := (asked #>> '{born,to}')::date;
  in_time CONSTANT text := CASE WHEN born_from IS NULL THEN ''
    ELSE format(' AND (n.birth_date IS NULL OR n.birth_date BETWEEN %L AND %L OR n.birth_date = ANY (%L))', born_from, born_to, born_near) END;
  of_kind CONSTANT text := asked ->> 'kind';
  found search.candidate[] := '{}';
  -- About how many have all the words just as they were typed.
  about float8;
  -- What holds of the name (n) of an address at the place that was said: as it is written, and by the area it lies in too.
  written_at text;
  areas bigint[] := '{}';
  at_place text;
  place_uses float8;
  fewer integer[];
  answer jsonb;
BEGIN
  SELECT coalesce(array_agg(w.n ORDER BY w.n) FILTER (WHERE w.optional IS NOT TRUE), '{}'),
      coalesce(array_agg(w.n) FILTER (WHERE w.optional), '{}')
    INTO required, optional FROM jsonb_to_recordset(words) AS w (n integer, optional boolean);
  SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level) INTO word_of, token_of, level_of
    FROM search.words_like(words, false) l;
  SELECT array_agg(CASE WHEN length(w.word) = 1 THEN 2 ELSE 15 - ln(greatest(coalesce(u.uses, 1), 1)) END ORDER BY w.n),
      CASE WHEN born_from IS NULL THEN exp(sum(ln(coalesce(u.uses, 0.01) / names.count)) FILTER (WHERE w.n = ANY (required))) * max(names.count) END
    INTO telling, about
    FROM (SELECT greatest(c.reltuples, 1000) AS count FROM pg_class c WHERE c.oid = 'party_name'::regclass) names,
      jsonb_to_recordset(words) AS w (n integer, word text) LEFT JOIN name_token u ON u.token = w.word;

  IF jsonb_array_length(place_words) > 0 THEN
    SELECT search.with_all((SELECT array_agg(w.n) FROM jsonb_to_recordset(place_words) AS w (n integer)),
      array_agg(l.word), array_agg(l.token), array_agg(l.level), '{0,1,2,4}') INTO written_at FROM search.words_like(place_words, true) l;
    areas := ARRAY(SELECT a.id FROM area a WHERE lower(a.name) = asked #>> '{place,name}');
    SELECT min(coalesce(u.uses, 0)) INTO place_uses
      FROM jsonb_to_recordset(place_words) AS w (word text) LEFT JOIN name_token u ON u.token = w.word;
  END IF;
  at_place := concat_ws(' OR ', written_at, CASE WHEN cardinality(areas) > 0 THEN format(
    'EXISTS (SELECT FROM address a JOIN location_area w ON w.location_id = a.location_id
      WHERE a.party_id = n.party_id AND w.area_id = ANY (%L))', areas) END);
  IF postcode IS NOT NULL THEN
    written_at := concat_ws(' AND ', format('n.party_id IN (SELECT a.party_id FROM address a WHERE a.postcode LIKE %L)', postcode), written_at);
    at_place := written_at;
  END IF;
  at_place := CASE at_place WHEN '' THEN 'false' ELSE '(' || at_place || ')' END;

  IF cardinality(required) > 0 THEN
    -- Where even the rarest word of a place is in very many names, it is a town, and whose home it is tells little.
    IF written_at IS NOT NULL AND (postcode IS NOT NULL OR place_uses <= 3000) THEN
      SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level) INTO word_of, token_of, level_of
        FROM search.words_like(words, true) l;
      found := search.names_with(format('n.party_id = ANY (%L::bigint[]) AND %s', search.residents(written_at, markings, compartments),
        search.with_any(required, word_of, token_of, level_of)), of_kind, most, markings, compartments);
    END IF;
    -- Where very many have just these words, those that have others for them would not be seen anyway.
    IF about > 2 * most OR cardinality(optional) > 0 THEN
      found := found || search.names_with(search.with_all(required || optional, word_of, token_of, level_of, '{0}') || in_time,
        of_kind, most, markings, compartments);
    END IF;
    IF cardinality(found) < most THEN
      found := found || search.names_with(search.with_all(required, word_of, token_of, level_of, '{0,1,4,5}') || in_time,
        of_kind, most, markings, compartments);
    END IF;
    IF cardinality(found) < enough THEN
      SELECT array_agg(l.word), array_agg(l.token), array_agg(l.level) INTO word_of, token_of, level_of
        FROM search.words_like(words, true) l;
      found := found || search.names_with(search.with_all(required, word_of, token_of, level_of, '{0,1,2,3,4,5}') || in_time,
        of_kind, most, markings, compartments);
      IF born_on IS NOT NULL THEN
        -- Somebody of that very day, or of one that it may have been written for, with any of the words.
        found := found || search.names_with(
          search.with_any(required, word_of, token_of, level_of) || format(' AND n.birth_date = ANY (%L)', born_near || born_on || born_swapped),
          of_kind, most, markings, compartments);
      END IF;
      FOR fewer IN SELECT f.fewer FROM search.fewer_words(required, telling) f LOOP
        EXIT WHEN cardinality(found) >= enough;
        found := found || search.names_with(search.with_all(fewer, word_of, token_of, level_of, '{0,1,2,3,4,5}') || in_time,
          of_kind, most / 4, markings, compartments);
      END LOOP;
      IF cardinality(found) < enough AND born_from IS NOT NULL THEN
        found := found || search.names_with(search.with_all(required, word_of, token_of, level_of, '{0,1,2,3,4}'),
          of_kind, most / 4, markings, compartments);
      END IF;
      IF cardinality(found) < enough AND cardinality(required) = 2 AND (born_from IS NOT NULL OR at_place <> 'false') THEN
        -- One name alone, of the age or at the place: the other may be one that is not known here. Only of rare ones, since all
        -- that have it are looked at.
        FOR at IN 1 .. 2 LOOP
          CONTINUE WHEN telling[required[at] + 1] < 8;
          found := found || search.names_with(
            search.with_all(required[at : at], word_of, token_of, level_of, '{0,1}') || in_time
              || CASE at_place WHEN 'false' THEN '' ELSE ' AND ' || search.lives_at(at_place, 'p.id', '$1', '$2') END,
            of_kind, most / 4, markings, compartments);
        END LOOP;
      END IF;
    END IF;
  ELSIF born_from IS NOT NULL THEN
    found := search.names_with(CASE WHEN born_on IS NULL THEN format('n.birth_date BETWEEN %L AND %L', born_from, born_to) ELSE format('n.birth_date = %L', born_on) END,
      of_kind, most, markings, compartments);
  END IF;

  EXECUTE format($ranking$
    WITH likeness AS MATERIALIZED (SELECT * FROM unnest($1::integer[], $2::integer[], $3::integer[]) AS l (word, token, level)),
    names AS MATERIALIZED (SELECT DISTINCT ON (f.id) f.* FROM unnest($4::search.candidate[]) AS f ORDER BY f.id),
    -- Of each word of what was typed, where in the name it is and how alike, as 100 × level + place.
    matched AS MATERIALIZED (
      SELECT n.id, l.word, min(l.level * 100 + t.at)::integer AS best
      FROM names n CROSS JOIN LATERAL unnest(n.tokens) WITH ORDINALITY AS t (token, at) JOIN likeness l ON l.token = t.token
      GROUP BY n.id, l.word
    ),
    scored AS (
      SELECT n.id, n.party_id, n.identity_id, n.of, n.birth_date,
        CASE WHEN $7::float8[] IS NULL THEN 50 ELSE 100 * coalesce(m.got * m.used / m.words, 0) / (SELECT sum(t) FROM unnest($7::float8[]) t) END
          - 2 * least(cardinality(n.tokens) - coalesce(m.used, 0), 5) + CASE WHEN m.last = cardinality(n.tokens) THEN 1.5 ELSE 0 END
          - CASE n.kind WHEN 'main' THEN 0 ELSE 0.5 END
          + CASE WHEN $8::date IS NULL AND $9::date IS NULL THEN 0
              WHEN n.birth_date IS NULL THEN -5
              WHEN n.birth_date = $8::date THEN 25
              WHEN n.birth_date = $11::date THEN 18
              WHEN n.birth_date = ANY ($12::date[]) THEN 15
              WHEN n.birth_date BETWEEN $9 AND $10 THEN CASE WHEN $8 IS NULL THEN 20 ELSE 5 END
              ELSE -20 END AS score
      FROM names n LEFT JOIN (
        SELECT id, sum($7[word + 1] * ($13::float8[])[best / 100 + 1]) AS got, count(*) AS words,
          -- How many of the name's words it took: one of them cannot stand for two of those that were typed.
          length(replace(bit_or(1::bigint << (best %% 100))::bit(64)::text, '0', '')) AS used,
          max(best %% 100) FILTER (WHERE word = $14) AS last
        FROM matched GROUP BY id) m ON m.id = n.id
    ),
    first AS MATERIALIZED (SELECT * FROM scored ORDER BY score DESC, id LIMIT CASE WHEN %1$L = 'false' THEN 1000 ELSE 3000 END),
    placed AS (
      SELECT s.*, (s.of = 'address' AND EXISTS (SELECT FROM party_name n WHERE n.id = s.id AND %1$s) OR %2$s) AS there
      FROM first s
    ),
    identities AS MATERIALIZED (
      SELECT DISTINCT ON (identity_id) id, party_id, of, birth_date, there, score + CASE WHEN there THEN 20 ELSE 0 END AS score
      FROM placed ORDER BY identity_id, score DESC, there DESC, id
    ),
    best AS MATERIALIZED (SELECT * FROM identities ORDER BY score DESC, id LIMIT 200),
    likenesses AS MATERIALIZED (
      SELECT m.id, jsonb_agg(jsonb_build_array(m.word, m.best / 100, m.best %% 100)) AS words
      FROM matched m WHERE m.id = ANY (ARRAY(SELECT b.id FROM best b)) GROUP BY m.id
    )
    SELECT jsonb_build_object(
      'found', (SELECT count(*) FROM identities),
      'more', (SELECT count(*) >= 1000 FROM first),
      'facets', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.of, 'count', f.count)), '[]')
        FROM (SELECT of, count(*) FROM identities GROUP BY of ORDER BY of) f),
      'hits', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', b.party_id, 'name', b.id, 'score', round(b.score::numeric, 1),
          'words', coalesce(l.words, '[]'),
          'born', CASE WHEN b.birth_date = $8::date THEN 'same' WHEN b.birth_date = $11::date THEN 'swapped'
            WHEN b.birth_date = ANY ($12::date[]) THEN 'near' WHEN b.birth_date BETWEEN $9 AND $10 THEN 'about' END,
          'place', b.there) ORDER BY b.score DESC, b.id), '[]') FROM best b LEFT JOIN likenesses l ON l.id = b.id))
    $ranking$, at_place, search.lives_at(at_place, 's.party_id', '$5', '$6'))
    INTO answer USING word_of, token_of, level_of, found, markings, compartments, telling, born_on, born_from, born_to, born_swapped,
      born_near, weights, required[cardinality(required)];
  RETURN answer;
END $$;
REVOKE ALL ON FUNCTION search.with_all(integer[], integer[], integer[], integer[], integer[]),
  search.with_any(integer[], integer[], integer[], integer[]), search.fewer_words(integer[], float8[]), search.lives_at(text, text, text, text),
  search.names_with(text, text, integer, text[], bigint[]),
  search.residents(text, text[], bigint[]), search.parties(jsonb) FROM PUBLIC;
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
