-- Stored before a missing-item rule belonged to each instrument: one answer in five might be left out of anything. What ships
-- is known by its key, scale and number of questions; all else bears none. A published version otherwise never changes.
ALTER TABLE instrument_version DISABLE TRIGGER published_stands;
--> statement-breakpoint
UPDATE instrument_version v SET definition = jsonb_set(v.definition, '{scales}', (
  SELECT jsonb_agg(CASE WHEN k.most IS NULL OR s.scale ? 'maxMissing' THEN s.scale
                        ELSE s.scale || jsonb_build_object('maxMissing', k.most, 'missingSource', k.source) END ORDER BY s.place)
    FROM jsonb_array_elements(v.definition -> 'scales') WITH ORDINALITY AS s (scale, place)
    LEFT JOIN (VALUES
      ('five-dimensions', 'emotional', 6, 1, 'One of six (ours).'),
      ('five-dimensions', 'intellectual', 6, 1, 'One of six (ours).'),
      ('five-dimensions', 'recreational', 6, 1, 'One of six (ours).'),
      ('five-dimensions', 'social', 6, 1, 'One of six (ours).'),
      ('five-dimensions', 'sexual', 6, 1, 'One of six (ours).'),
      ('five-dimensions', 'idealised', 6, 1, 'One of six (ours).'),
      ('phq-9', 'depression', 9, 1, 'One, never item 9 (ours).'),
      ('core-10', 'distress', 10, 1, 'One of ten, never item 6 (CORE System Trust).'),
      ('fis', 'fear', 35, 3, 'One in ten (ours).'),
      ('ecr-r', 'anxiety', 18, 1, 'One in ten (ours).'),
      ('ecr-r', 'avoidance', 18, 1, 'One in ten (ours).'),
      ('pcl-5', 'total', 20, 2, 'One in ten of the total (ours).')
    ) AS k (key, scale, items, most, source)
      ON k.key = v.key AND k.scale = s.scale ->> 'key' AND k.items = jsonb_array_length(s.scale -> 'items')))
 WHERE v.key IN ('five-dimensions', 'phq-9', 'core-10', 'fis', 'ecr-r', 'pcl-5')
   AND jsonb_array_length(v.definition -> 'scales') > 0;
--> statement-breakpoint
-- A copy made before it was said what an instrument measures follows the one that it was made of, while it still has its
-- questions and either its sources or, where there are none, its words. Everything else stays the owner's to say.
UPDATE instrument_version v SET definition = jsonb_set(v.definition, '{measures}', o.definition -> 'measures')
  FROM instrument_version o
 WHERE o.practice_id = v.practice_id AND o.key <> v.key
   AND coalesce(v.definition ->> 'measures', 'undecided') = 'undecided'
   AND coalesce(o.definition ->> 'measures', 'undecided') <> 'undecided'
   AND o.version = (SELECT max(p.version) FROM instrument_version p WHERE p.practice_id = o.practice_id AND p.key = o.key)
   AND jsonb_path_query_array(v.definition, '$.items[*].id') = jsonb_path_query_array(o.definition, '$.items[*].id')
   AND v.definition -> 'references' = o.definition -> 'references'
   AND (jsonb_array_length(v.definition -> 'references') > 0
     OR jsonb_path_query_array(v.definition, '$.items[*].text') = jsonb_path_query_array(o.definition, '$.items[*].text'))
   AND o.key IN ('five-dimensions', 'five-dimensions-brief', 'distance-moves', 'suds', 'pair', 'fis', 'ecr-r', 'ecr-rs', 'ecr-s',
     'csi-16', 'rdas', 'ras', 'phq-9', 'gad-7', 'who-5', 'pcl-5', 'pc-ptsd-5', 'itq', 'core-10');
--> statement-breakpoint
ALTER TABLE instrument_version ENABLE TRIGGER published_stands;
