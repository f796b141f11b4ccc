SELECT c.at_micros AS at_micros
  , sha2(concat(c.product, '|', c.allocated, '|', c.currency), 256) AS row_key
  , c.product AS product
  , c.allocated AS allocated
  , c.currency AS currency
  , SUM(c.amount) AS amount
FROM (
  SELECT unix_micros(date_trunc('HOUR', u.usage_start_time)) AS at_micros
    , u.billing_origin_product AS product
    , CASE WHEN #any(cost_tags: map_contains_key(u.custom_tags, ?))# THEN 'true' ELSE 'false' END AS allocated
    , p.currency_code AS currency
    , u.usage_quantity * p.pricing.effective_list.default AS amount
  FROM system.billing.usage u
  JOIN system.billing.list_prices p ON p.sku_name = u.sku_name AND p.cloud = u.cloud AND p.usage_unit = u.usage_unit
    AND p.price_start_time <= u.usage_start_time
    AND (p.price_end_time IS NULL OR p.price_end_time > u.usage_start_time)
  WHERE u.usage_start_time >= timestamp_micros(:from_micros) AND u.usage_start_time < timestamp_micros(:to_micros)
    AND (:no_workspaces = 'true' OR u.workspace_id IN (#list(workspaces)))
) c
GROUP BY c.at_micros, c.product, c.allocated, c.currency
