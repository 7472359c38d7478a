// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/shop_feed.h"

#include <memory>
#include <string>

namespace coffee::client {

/// Where to listen and as whom.
struct FeedAddress {
    std::string commands; ///< for snapshots, missed events and presence
    std::string stream;   ///< the endpoint of the PUB that belongs to `kind`
    protocol::Stream kind{protocol::Stream::Events};
    Actor from;
    std::string version; ///< of this program, for its presence
};

/// The source that listens to a daemon: a thread of its own with the SUB socket and a requester.
/// What it hears waits in a bounded box until the GUI thread takes it, in slices, so that a long
/// absence does not freeze the window. Destroying it ends the thread within 100 ms.
class ZmqFeedSource final : public ShopFeedSource {
    Q_OBJECT

public:
    explicit ZmqFeedSource(FeedAddress address, QObject* parent = nullptr);
    ~ZmqFeedSource() override;

    void start(const FeedPosition& from) override;
    void confirm(const FeedPosition& applied) override;

private:
    class Box;
    void takeSlice();

    FeedAddress m_address;
    std::unique_ptr<Box> m_box;
};

} // namespace coffee::client
