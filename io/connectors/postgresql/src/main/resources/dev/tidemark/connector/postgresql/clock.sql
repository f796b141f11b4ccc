select /* tidemark */ extract(epoch from clock_timestamp())::bigint::text
