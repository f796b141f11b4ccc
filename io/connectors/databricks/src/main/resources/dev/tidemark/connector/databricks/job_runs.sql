SELECT r.slice_micros AS at_micros
  , concat(r.workspace_id, '/', r.job_id, '/', r.run_id) AS row_key
  , r.workspace_id AS workspace_id
  , r.job_id AS job_id
  , r.run_id AS run_id
  , r.end_micros AS end_micros
  , r.began_micros AS began_micros
  , r.result_state AS result_state
  , r.trigger_type AS trigger_type
  , r.run_duration_seconds AS run_duration_seconds -- lakeflow.job_run_timeline.run_duration_seconds
  , CASE WHEN r.result_state = 'SUCCEEDED' THEN r.failing_micros END AS failing_micros
FROM (
  SELECT s.slice_micros, s.workspace_id, s.job_id, s.run_id, s.end_micros, s.began_micros
    , s.result_state, s.trigger_type
    , s.run_duration_seconds -- lakeflow.job_run_timeline.run_duration_seconds
    , MIN(CASE WHEN s.result_state IN ('FAILED', 'ERROR', 'TIMED_OUT') THEN s.end_micros END)
        OVER (PARTITION BY s.workspace_id, s.job_id, s.streak) AS failing_micros
  FROM (
    SELECT unix_micros(t.period_start_time) AS slice_micros, t.workspace_id, t.job_id, t.run_id
      , unix_micros(t.period_end_time) AS end_micros, t.result_state, t.trigger_type
      , NULLIF(t.run_duration_seconds, 0) AS run_duration_seconds -- lakeflow.job_run_timeline.run_duration_seconds
      , MIN(unix_micros(t.period_start_time))
          OVER (PARTITION BY t.workspace_id, t.job_id, t.run_id) AS began_micros
      , COUNT(CASE WHEN t.result_state = 'SUCCEEDED' THEN 1 END)
          OVER (PARTITION BY t.workspace_id, t.job_id ORDER BY t.period_end_time, t.run_id, t.period_start_time
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS streak
    FROM system.lakeflow.job_run_timeline t
    WHERE t.period_start_time >= timestamp_micros(:since_micros) AND t.period_start_time < timestamp_micros(:to_micros)
      AND (:no_workspaces = 'true' OR t.workspace_id IN (#list(workspaces)))
  ) s
) r
WHERE r.slice_micros >= :from_micros
