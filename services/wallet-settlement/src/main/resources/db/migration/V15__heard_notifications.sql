-- Signed notifications that were heard, for as long as a signature is believed: the same one is not heard twice. Nonce and
-- timestamp as they were signed: unlike the signature's text, they cannot be spelled in another way.
create table heard_notification (
  wallet_scheme text not null,
  nonce text not null,
  said_at text not null,
  heard_at timestamptz not null default now(),
  primary key (wallet_scheme, nonce, said_at)
);
create index heard_notification_age on heard_notification (heard_at);
