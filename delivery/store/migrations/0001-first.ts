/** Subscribers, campaigns and the ledger. */
import {type Kysely, sql} from 'kysely'
import type {Migration} from 'kysely/migration'
import {
  CAMPAIGN_STATES,
  DELIVERY_STATES,
  SUBSCRIBER_CHANNELS,
  SUBSCRIBER_STATES,
  SUPPRESSION_REASONS,
} from '../schema.ts'
import {oneOf} from './one-of.ts'

export const first: Migration = {
  up: async (db: Kysely<unknown>) => {
    const statements = [
      `create table subscribers (
        id bigint generated always as identity primary key,
        channel text not null ${oneOf('channel', SUBSCRIBER_CHANNELS)},
        address text not null,
        address_key text not null,
        suppression_key text not null,
        destination text not null,
        country text not null,
        language text not null,
        time_zone text not null,
        topics text[] not null default '{}',
        state text not null ${oneOf('state', SUBSCRIBER_STATES)},
        consent_at timestamptz not null,
        consent_source text not null,
        consent_wording text,
        consent_ip_hash text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (channel, address_key)
      )`,
      'create index on subscribers (suppression_key)',
      `create table suppressions (
        key text primary key,
        channel text not null ${oneOf('channel', SUBSCRIBER_CHANNELS)},
        reason text not null ${oneOf('reason', SUPPRESSION_REASONS)},
        at timestamptz not null default now()
      )`,
      `create table campaigns (
        id bigint generated always as identity primary key,
        digest_id text not null,
        digest_slug text not null,
        channel text not null ${oneOf('channel', SUBSCRIBER_CHANNELS)},
        domain text not null,
        state text not null ${oneOf('state', CAMPAIGN_STATES)},
        starts_at timestamptz not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        pause_reason text,
        settings jsonb not null,
        unserved jsonb not null
      )`,
      `create table variants (
        id bigint generated always as identity primary key,
        campaign_id bigint not null references campaigns on delete cascade,
        country text not null,
        language text not null,
        notice_id text not null,
        output jsonb not null,
        parts integer not null,
        unique (campaign_id, country, language)
      )`,
      // fewer rows a page leave room for the new version of a row beside the old one: the state of
      // every delivery changes twice
      `create table deliveries (
        id bigint generated always as identity primary key,
        campaign_id bigint not null references campaigns on delete cascade,
        variant_id bigint not null references variants,
        subscriber_id bigint references subscribers on delete set null,
        part smallint not null,
        destination text not null,
        state text not null default 'queued' ${oneOf('state', DELIVERY_STATES)},
        attempts smallint not null default 0,
        due_at timestamptz not null,
        worker integer,
        updated_at timestamptz not null default now(),
        code text,
        response text,
        provider_id text,
        returned text,
        unique (campaign_id, subscriber_id, part)
      ) with (fillfactor = 60)`,
      // one unfinished campaign a digest and channel: a second would write to everybody twice
      `create unique index campaigns_open on campaigns (digest_id, channel) where state in ('scheduled', 'running', 'paused')`,
      `create index deliveries_open on deliveries (campaign_id, id) where state in ('queued', 'sending')`,
      'create index on deliveries (subscriber_id)',
      'create index on deliveries (provider_id) where provider_id is not null',
      `create table workers (
        id integer generated always as identity primary key,
        started_at timestamptz not null default now(),
        about text not null
      )`,
      `create table buckets (
        key text primary key,
        tokens double precision not null,
        filled_at timestamptz not null,
        rate double precision not null,
        held_until timestamptz
      )`,
      'create table settings (name text primary key, value text not null)',
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
