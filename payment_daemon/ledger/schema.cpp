// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/schema.h"

#include "shared/domain/words.h"

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace coffee::daemon {
namespace {

std::string quoted(std::string_view text)
{
    return '\'' + std::string{text} + '\'';
}

/// `(column = 'queued' OR column = 'making' OR …)` with every word of the enumeration but those
/// that came with a later version. For IN and a list SQLite would build a table at every row.
template <class E>
std::string oneOf(std::string_view column, std::initializer_list<E> later = {})
{
    std::string list;
    for (const auto& [value, name] : Words<E>::table)
        if (std::find(later.begin(), later.end(), value) == later.end())
            list += (list.empty() ? "" : " OR ") + std::string{column} + " = " + quoted(name);
    return '(' + list + ')';
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

/// Refuses every change of `table.state` that is not an edge of the state machine.
template <class Edges>
std::string edgeTrigger(std::string_view table, const Edges& edges)
{
    std::string pairs;
    for (const auto& edge : edges)
        pairs += (pairs.empty() ? "" : " OR ") + std::string{"(OLD.state = "} +
                 quoted(word(edge.from)) + " AND NEW.state = " + quoted(word(edge.to)) + ')';
    return replaced(replaced(R"sql(
CREATE TRIGGER $_edges BEFORE UPDATE OF state ON $
WHEN NEW.state <> OLD.state AND NOT (PAIRS)
BEGIN SELECT RAISE(ABORT, '$: this change of state is not an edge'); END;
)sql",
                             "$", table),
                    "PAIRS", pairs);
}

/// A row begins in the first state of its machine.
std::string firstStateTrigger(std::string_view table, std::string_view condition)
{
    return replaced(replaced(R"sql(
CREATE TRIGGER $_first BEFORE INSERT ON $
WHEN NOT (CONDITION)
BEGIN SELECT RAISE(ABORT, '$: a row does not begin in this state'); END;
)sql",
                             "$", table),
                    "CONDITION", condition);
}

std::string noDelete(std::string_view table)
{
    return replaced(R"sql(
CREATE TRIGGER $_kept BEFORE DELETE ON $
BEGIN SELECT RAISE(ABORT, '$: rows are never deleted'); END;
)sql",
                    "$", table);
}

std::string neverUpdated(std::string_view table)
{
    return replaced(R"sql(
CREATE TRIGGER $_unchanging BEFORE UPDATE ON $
BEGIN SELECT RAISE(ABORT, '$: rows are never changed'); END;
)sql",
                    "$", table);
}

std::string unchanging(std::string_view table, std::string_view columns)
{
    return replaced(replaced(R"sql(
CREATE TRIGGER $_facts BEFORE UPDATE OF COLUMNS ON $
BEGIN SELECT RAISE(ABORT, '$: this column is written once'); END;
)sql",
                             "$", table),
                    "COLUMNS", columns);
}

// Won amounts stay within Money's range.
constexpr std::string_view kAttempts = R"sql(
CREATE TABLE NAME(
  id INTEGER PRIMARY KEY CHECK(id >= 1),
  key TEXT NOT NULL UNIQUE CHECK(key <> ''),
  machine TEXT NOT NULL CHECK(machine <> ''),
  quote TEXT NOT NULL,
  locale TEXT NOT NULL,
  basket TEXT NOT NULL CHECK(basket <> ''),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 0 AND 1000000000),
  wait_min INTEGER NOT NULL CHECK(wait_min >= 0),
  wait_max INTEGER NOT NULL CHECK(wait_max >= wait_min),
  opened_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(ATTEMPT_STATES),
  decline_kind TEXT CHECK(DECLINE_KINDS),
  cause TEXT NOT NULL,
  abandon_asked INTEGER NOT NULL CHECK(abandon_asked IN (0,1)),
  payment_method TEXT NOT NULL,
  masked_card TEXT NOT NULL,
  approval TEXT NOT NULL,
  -- Checked at the commit: a paid attempt without its order cannot be committed, therefore an
  -- order can only come in the transaction that makes its attempt paid.
  order_id INTEGER UNIQUE REFERENCES orders(id) DEFERRABLE INITIALLY DEFERRED,
  final_body TEXT NOT NULL,
  shown INTEGER NOT NULL CHECK(shown IN (0,1)),
  changed_at INTEGER NOT NULL,
  CHECK((state = 'paid') = (order_id IS NOT NULL)),
  CHECK((state = 'declined') = (decline_kind IS NOT NULL)),
  CHECK(final_body <> '' OR (FINAL_STATES))
) STRICT;
)sql";

constexpr std::string_view kTables = R"sql(
CREATE TABLE meta(
  name TEXT PRIMARY KEY CHECK(name IN ('epoch','shop_id')),
  value TEXT NOT NULL CHECK(value <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE settings(
  name TEXT PRIMARY KEY CHECK(name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE events(
  seq INTEGER PRIMARY KEY CHECK(seq >= 1),
  at INTEGER NOT NULL CHECK(at >= 0),
  occurred_at INTEGER NOT NULL CHECK(occurred_at BETWEEN 0 AND at),
  day INTEGER NOT NULL CHECK(day >= 0),
  role TEXT NOT NULL CHECK(ROLES),
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK(type <> ''),
  order_id INTEGER,
  attempt_id INTEGER,
  body TEXT NOT NULL CHECK(body <> ''),
  chain TEXT NOT NULL CHECK(length(chain) = 64)
) STRICT;
CREATE INDEX events_of_order ON events(order_id) WHERE order_id IS NOT NULL;
CREATE INDEX events_of_attempt ON events(attempt_id) WHERE attempt_id IS NOT NULL;

CREATE TABLE tombstones(
  key TEXT PRIMARY KEY CHECK(key <> ''),
  machine TEXT NOT NULL CHECK(machine <> ''),
  final_body TEXT NOT NULL CHECK(final_body <> ''),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE orders(
  id INTEGER PRIMARY KEY CHECK(id >= 1),
  attempt_id INTEGER NOT NULL UNIQUE REFERENCES attempts(id),
  number INTEGER NOT NULL CHECK(number >= 1),
  day INTEGER NOT NULL CHECK(day >= 0),
  code TEXT NOT NULL CHECK(code GLOB '[0-9][0-9][0-9][0-9]'),
  kiosk TEXT NOT NULL,
  service TEXT NOT NULL CHECK(SERVICES),
  allergy_note TEXT NOT NULL,
  total INTEGER NOT NULL CHECK(total BETWEEN 0 AND 1000000000),
  payment_method TEXT NOT NULL,
  masked_card TEXT NOT NULL,
  approval TEXT NOT NULL,
  wait_min INTEGER NOT NULL CHECK(wait_min >= 0),
  wait_max INTEGER NOT NULL CHECK(wait_max >= wait_min),
  paid_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(ORDER_STATES),
  started_at INTEGER NOT NULL,
  ready_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  last_step_at INTEGER NOT NULL,
  cancelled_by TEXT CHECK(CANCELLED_BY),
  cancel_reason TEXT NOT NULL,
  stop_unacknowledged INTEGER NOT NULL CHECK(stop_unacknowledged IN (0,1)),
  wasted TEXT NOT NULL CHECK(wasted GLOB '[[]*]'),
  code_failures INTEGER NOT NULL CHECK(code_failures >= 0),
  code_locked_until INTEGER NOT NULL CHECK(code_locked_until >= 0),
  UNIQUE(day, number),
  CHECK((state = 'cancelled') = (cancelled_by IS NOT NULL)),
  CHECK(state = 'cancelled' OR stop_unacknowledged = 0)
) STRICT;
-- Two open orders never share a number, not even over the change of the day.
CREATE UNIQUE INDEX orders_open_number ON orders(number) WHERE OPEN_ORDER;
CREATE INDEX orders_number ON orders(number);
CREATE INDEX orders_open ON orders(id) WHERE OPEN_ORDER;
CREATE INDEX orders_stop ON orders(id) WHERE stop_unacknowledged = 1;

CREATE TABLE order_lines(
  order_id INTEGER NOT NULL REFERENCES orders(id),
  line INTEGER NOT NULL CHECK(line >= 1),
  item TEXT NOT NULL CHECK(item <> ''),
  name_ko TEXT NOT NULL,
  name_en TEXT NOT NULL,
  station TEXT NOT NULL CHECK(STATIONS),
  tax TEXT NOT NULL CHECK(TAXES),
  total INTEGER NOT NULL CHECK(total BETWEEN 0 AND 1000000000),
  PRIMARY KEY(order_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE line_options(
  order_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK(place >= 1),
  option_group TEXT NOT NULL CHECK(option_group <> ''),
  choice TEXT NOT NULL CHECK(choice <> ''),
  name_ko TEXT NOT NULL,
  name_en TEXT NOT NULL,
  count INTEGER NOT NULL CHECK(count >= 1),
  price_difference INTEGER NOT NULL CHECK(price_difference BETWEEN -1000000000 AND 1000000000),
  PRIMARY KEY(order_id, line, place),
  FOREIGN KEY(order_id, line) REFERENCES order_lines(order_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE units(
  order_id INTEGER NOT NULL,
  unit INTEGER NOT NULL CHECK(unit >= 1),
  line INTEGER NOT NULL,
  cup TEXT NOT NULL CHECK(CUPS),
  price INTEGER NOT NULL CHECK(price BETWEEN 0 AND 1000000000),
  state TEXT NOT NULL CHECK(UNIT_STATES),
  reason TEXT NOT NULL,
  PRIMARY KEY(order_id, unit),
  FOREIGN KEY(order_id, line) REFERENCES order_lines(order_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE refunds(
  id INTEGER PRIMARY KEY CHECK(id >= 1),
  order_id INTEGER NOT NULL REFERENCES orders(id),
  key TEXT NOT NULL UNIQUE CHECK(key <> ''),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 1 AND 1000000000),
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK(REFUND_STATES),
  opened_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX refunds_of_order ON refunds(order_id);
CREATE INDEX refunds_unsettled ON refunds(id) WHERE UNSETTLED_REFUND;

-- The key makes sure that a unit is paid back at most once.
CREATE TABLE refund_units(
  order_id INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  refund_id INTEGER NOT NULL REFERENCES refunds(id),
  place INTEGER NOT NULL CHECK(place >= 1),
  PRIMARY KEY(order_id, unit),
  FOREIGN KEY(order_id, unit) REFERENCES units(order_id, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX units_of_refund ON refund_units(refund_id, place);

-- Cancelled orders that are not yet paid back. Order 0 never exists, so a row that is still here at
-- the commit forbids it: a cancel and the refund of everything are one transaction, whichever is
-- written first.
CREATE TABLE owed_refunds(
  order_id INTEGER PRIMARY KEY,
  nobody INTEGER NOT NULL CHECK(nobody = 0) REFERENCES orders(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE operations(
  key TEXT PRIMARY KEY CHECK(key <> ''),
  machine TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status TEXT NOT NULL CHECK(status IN ('ok','refused')),
  body TEXT NOT NULL CHECK(body <> ''),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE views(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  fold_version INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK(seq >= 0),
  bytes TEXT NOT NULL CHECK(bytes <> '')
) STRICT;
)sql";

/// What is said about attempts; a version that makes their table anew says it again.
constexpr std::string_view kAttemptRules = R"sql(
CREATE TRIGGER attempts_tombstoned BEFORE INSERT ON attempts
WHEN EXISTS (SELECT 1 FROM tombstones WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'attempts: this key was given up'); END;

CREATE TRIGGER tombstones_placed BEFORE INSERT ON tombstones
WHEN EXISTS (SELECT 1 FROM attempts WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'tombstones: this key has an attempt'); END;

CREATE TRIGGER attempts_answer BEFORE UPDATE OF final_body ON attempts
WHEN OLD.final_body <> '' AND NEW.final_body <> OLD.final_body
BEGIN SELECT RAISE(ABORT, 'attempts: a final answer is never changed'); END;

CREATE TRIGGER orders_paid BEFORE INSERT ON orders
WHEN NOT EXISTS (SELECT 1 FROM attempts
                 WHERE id = NEW.attempt_id AND state = 'paid' AND order_id = NEW.id
                   AND amount = NEW.total AND machine = NEW.kiosk)
BEGIN SELECT RAISE(ABORT, 'orders: no paid attempt for this order and amount'); END;
)sql";

constexpr std::string_view kRules = R"sql(
CREATE TRIGGER events_gapless BEFORE INSERT ON events
WHEN NEW.seq <> coalesce((SELECT max(seq) FROM events), 0) + 1
BEGIN SELECT RAISE(ABORT, 'events: the sequence has no gaps and no repeats'); END;

CREATE TRIGGER events_forward BEFORE INSERT ON events
WHEN NEW.at < (SELECT at FROM events WHERE seq = NEW.seq - 1)
BEGIN SELECT RAISE(ABORT, 'events: time never goes back'); END;

CREATE TRIGGER events_unchanging BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events: what happened is never changed'); END;

CREATE TRIGGER orders_forward BEFORE UPDATE OF last_step_at ON orders
WHEN NEW.last_step_at < OLD.last_step_at
BEGIN SELECT RAISE(ABORT, 'orders: a step never precedes the one before'); END;

CREATE TRIGGER orders_cancelled AFTER UPDATE OF state ON orders
WHEN NEW.state = 'cancelled' AND OLD.state <> 'cancelled'
 AND (SELECT coalesce(sum(amount), 0) FROM refunds WHERE order_id = NEW.id) <> NEW.total
BEGIN INSERT INTO owed_refunds(order_id, nobody) VALUES (NEW.id, 0); END;

CREATE TRIGGER refunds_settle AFTER INSERT ON refunds
WHEN (SELECT sum(amount) FROM refunds WHERE order_id = NEW.order_id)
     = (SELECT total FROM orders WHERE id = NEW.order_id)
BEGIN DELETE FROM owed_refunds WHERE order_id = NEW.order_id; END;

CREATE TRIGGER refunds_within BEFORE INSERT ON refunds
WHEN (SELECT coalesce(sum(amount), 0) FROM refunds WHERE order_id = NEW.order_id) + NEW.amount
     > (SELECT total FROM orders WHERE id = NEW.order_id)
BEGIN SELECT RAISE(ABORT, 'refunds: more than was captured'); END;

CREATE TRIGGER refund_units_own BEFORE INSERT ON refund_units
WHEN NEW.order_id <> (SELECT order_id FROM refunds WHERE id = NEW.refund_id)
BEGIN SELECT RAISE(ABORT, 'refund_units: the unit is of another order'); END;
)sql";

// Version 2. Each Z begins where the one before ends, and none covers what did not happen yet.
constexpr std::string_view kZReports = R"sql(
CREATE TABLE z_reports(
  number INTEGER PRIMARY KEY CHECK(number >= 1),
  day INTEGER NOT NULL CHECK(day >= 0),
  from_seq INTEGER NOT NULL CHECK(from_seq >= 1),
  to_seq INTEGER NOT NULL CHECK(to_seq >= from_seq),
  at INTEGER NOT NULL CHECK(at >= 0),
  role TEXT NOT NULL CHECK(ROLES),
  name TEXT NOT NULL,
  report TEXT NOT NULL CHECK(report <> '')
) STRICT;

CREATE TRIGGER z_reports_gapless BEFORE INSERT ON z_reports
WHEN NEW.number <> coalesce((SELECT max(number) FROM z_reports), 0) + 1
  OR NEW.from_seq <> coalesce((SELECT to_seq FROM z_reports WHERE number = NEW.number - 1), 0) + 1
BEGIN SELECT RAISE(ABORT, 'z_reports: numbers and events have no gaps and no repeats'); END;

CREATE TRIGGER z_reports_happened BEFORE INSERT ON z_reports
WHEN NEW.to_seq > (SELECT max(seq) FROM events)
BEGIN SELECT RAISE(ABORT, 'z_reports: this did not happen yet'); END;
)sql";

/// `later` are the states of newer versions.
std::string attemptsTable(std::string_view name, std::initializer_list<AttemptState> later = {})
{
    std::string sql = replaced(std::string{kAttempts}, "NAME", name);
    sql = replaced(std::move(sql), "ATTEMPT_STATES", oneOf<AttemptState>("state", later));
    sql = replaced(std::move(sql), "FINAL_STATES",
                   std::string{"state <> 'paid' AND state <> 'declined' AND state <> 'voided' "
                               "AND state <> 'needs_review'"} +
                       (later.size() == 0 ? " AND state <> 'kept'" : ""));
    return replaced(std::move(sql), "DECLINE_KINDS", oneOf<DeclineKind>("decline_kind"));
}

template <class Edges>
std::string attemptRules(const Edges& edges)
{
    return "CREATE INDEX attempts_unsettled ON attempts(id) WHERE " +
           std::string{kUnsettledAttempt} + ";\n" + std::string{kAttemptRules} +
           edgeTrigger("attempts", edges) +
           firstStateTrigger("attempts", "NEW.state = 'charging' AND NEW.final_body = ''") +
           unchanging("attempts", "id, key, machine, quote, locale, basket, amount, wait_min, "
                                  "wait_max, opened_at") +
           noDelete("attempts");
}

/// Version 3: money may be kept by a person's word. A table's conditions are changed by making it
/// anew; the rules of others that name it are set aside meanwhile.
std::string attemptsAnew()
{
    return "DROP TRIGGER tombstones_placed; DROP TRIGGER orders_paid;" +
           attemptsTable("attempts_anew") +
           "INSERT INTO attempts_anew SELECT * FROM attempts ORDER BY id; DROP TABLE attempts;"
           "ALTER TABLE attempts_anew RENAME TO attempts;" +
           attemptRules(kAttemptEdges);
}

std::string tables()
{
    std::string sql{kTables};
    const auto fill = [&sql](std::string_view mark, std::string_view condition) {
        sql = replaced(std::move(sql), mark, condition);
    };
    fill("UNSETTLED_REFUND", kUnsettledRefund);
    fill("OPEN_ORDER", kOpenOrder);
    fill("ORDER_STATES", oneOf<OrderState>("state"));
    fill("UNIT_STATES", oneOf<UnitState>("state"));
    fill("REFUND_STATES", oneOf<RefundState>("state"));
    fill("CANCELLED_BY", oneOf<CancelledBy>("cancelled_by"));
    fill("SERVICES", oneOf<ServiceMode>("service"));
    fill("STATIONS", oneOf<StationKind>("station"));
    fill("TAXES", oneOf<TaxClass>("tax"));
    fill("CUPS", oneOf<CupKind>("cup"));
    fill("ROLES", oneOf<Role>("role"));
    return sql;
}

/// The edges of version 1, in the same order.
std::vector<AttemptEdge> firstAttemptEdges()
{
    std::vector<AttemptEdge> edges;
    for (const AttemptEdge& edge : kAttemptEdges)
        if (edge.to != AttemptState::Kept)
            edges.push_back(edge);
    return edges;
}

std::string firstSchema()
{
    std::string sql = attemptsTable("attempts", {AttemptState::Kept});
    sql += tables();
    sql += kRules;
    sql += attemptRules(firstAttemptEdges());
    sql += edgeTrigger("orders", kOrderEdges);
    sql += edgeTrigger("units", kUnitEdges);
    sql += edgeTrigger("refunds", kRefundEdges);
    sql += firstStateTrigger("orders", "NEW.state = 'queued'");
    sql += firstStateTrigger("units", "NEW.state = 'open'");
    sql += firstStateTrigger("refunds", "NEW.state = 'due'");
    sql += unchanging("orders", "id, attempt_id, number, day, code, kiosk, service, allergy_note, "
                                "total, payment_method, masked_card, approval, wait_min, "
                                "wait_max, paid_at");
    sql += unchanging("units", "order_id, unit, line, cup, price");
    sql += unchanging("refunds", "id, order_id, key, amount, reason, opened_at");
    for (const std::string_view table :
         {"meta", "tombstones", "order_lines", "line_options", "refund_units", "operations"})
        sql += neverUpdated(table);
    for (const std::string_view table :
         {"meta", "events", "tombstones", "orders", "order_lines", "line_options", "units",
          "refunds", "refund_units", "operations"})
        sql += noDelete(table);
    return sql;
}

} // namespace

std::string schemaStep(std::int32_t version)
{
    if (version == 2)
        return replaced(std::string{kZReports}, "ROLES", oneOf<Role>("role")) +
               neverUpdated("z_reports") + noDelete("z_reports");
    if (version == 3)
        return attemptsAnew();
    throw std::logic_error{"no step leads to version " + std::to_string(version)};
}

std::string schemaSql(std::int32_t version)
{
    std::string sql = firstSchema();
    for (std::int32_t step = kOldestSchemaVersion + 1; step <= version; ++step)
        sql += schemaStep(step);
    return sql;
}

} // namespace coffee::daemon
