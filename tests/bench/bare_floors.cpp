// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_floors.h"

#include "tests/bench/child.h"
#include "tests/bench/rounds.h"
#include "tests/bench/stamped_frame.h"
#include "tests/bench/subscribers.h"

#include <zmq.hpp>

#include <chrono>
#include <fcntl.h>
#include <stdexcept>
#include <thread>
#include <unistd.h>

namespace coffee::bench {
namespace {

constexpr std::size_t kPage = 4'096;

/// As far apart as the orders of a paced load.
constexpr std::chrono::milliseconds kBetweenMessages{4};

} // namespace

double syncMicroseconds(const std::filesystem::path& folder, int times)
{
    const std::filesystem::path path = folder / "sync-floor";
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        throw std::runtime_error{path.string() + " cannot be written"};
    const std::string page(kPage, 'x');
    std::vector<double> took;
    for (int n = 0; n < times; ++n) {
        const std::int64_t begun = steadyNs();
        if (::write(file, page.data(), page.size()) != static_cast<ssize_t>(page.size()) ||
            ::fdatasync(file) != 0)
            throw std::runtime_error{path.string() + " cannot be written"};
        took.push_back(static_cast<double>(steadyNs() - begun) / 1e3);
    }
    ::close(file);
    std::filesystem::remove(path);
    return median(std::move(took));
}

double roundTripMicroseconds(const std::filesystem::path& folder, std::size_t asked,
                             std::size_t answered, int times)
{
    const std::string endpoint = "ipc://" + (folder / "trip-floor").string();
    const ServingChild server{[&](const std::function<void()>& ready) {
        zmq::context_t context{1};
        zmq::socket_t socket{context, zmq::socket_type::router};
        socket.bind(endpoint);
        ready();
        const std::string answer(answered, 'a');
        for (;;) {
            zmq::message_t route;
            zmq::message_t empty;
            zmq::message_t body;
            static_cast<void>(socket.recv(route));
            static_cast<void>(socket.recv(empty));
            static_cast<void>(socket.recv(body));
            socket.send(route, zmq::send_flags::sndmore);
            socket.send(empty, zmq::send_flags::sndmore);
            socket.send(zmq::buffer(answer), zmq::send_flags::none);
        }
    }};
    return inChild([&] {
               zmq::context_t context{1};
               zmq::socket_t socket{context, zmq::socket_type::req};
               socket.connect(endpoint);
               const std::string question(asked, 'q');
               std::vector<double> took;
               for (int n = 0; n < times; ++n) {
                   const std::int64_t begun = steadyNs();
                   socket.send(zmq::buffer(question), zmq::send_flags::none);
                   zmq::message_t answer;
                   static_cast<void>(socket.recv(answer));
                   if (n >= times / 10)
                       took.push_back(static_cast<double>(steadyNs() - begun) / 1e3);
               }
               return Figures{{"p50_us", median(std::move(took))}};
           })
        .at("p50_us");
}

double fanOutMicroseconds(const std::filesystem::path& folder, int subscribers, std::size_t bytes,
                          int messages)
{
    const std::string endpoint = "ipc://" + (folder / "fan-floor").string();
    const ServingChild publisher{[&](const std::function<void()>& ready) {
        zmq::context_t context{1};
        // XPUB, so that each subscription is seen.
        zmq::socket_t socket{context, zmq::socket_type::xpub};
        socket.set(zmq::sockopt::sndhwm, 0);
        socket.set(zmq::sockopt::xpub_verboser, 1);
        socket.bind(endpoint);
        ready();
        for (int joined = 0; joined < subscribers; ++joined) {
            zmq::message_t subscription;
            static_cast<void>(socket.recv(subscription));
        }
        const std::string frame(bytes, 'f');
        for (;;) {
            socket.send(zmq::buffer(stampedFrame(frame, steadyNs())), zmq::send_flags::none);
            std::this_thread::sleep_for(kBetweenMessages);
        }
    }};
    return inChild([&] {
               Subscribers all{endpoint, subscribers};
               return Figures{{"p50_us", median(all.lastArrivals(messages, stampOf))}};
           })
        .at("p50_us");
}

} // namespace coffee::bench
