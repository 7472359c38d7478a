# coffee_bench_windows: what the windows cost. `coffee_bench` starts it on a display of its own.
find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Test)
set(sources
    window_feed.cpp
    window_floor.cpp
    window_kiosk.cpp
    window_main.cpp
    window_orders.cpp
    window_paints.cpp
    window_shop.cpp
    window_start.cpp
    window_station.cpp
    ../kiosk/window_shop.h
    ../support/fake_feed_source.h
    ../support/fake_order_client.h)
list(TRANSFORM sources PREPEND "${CMAKE_CURRENT_LIST_DIR}/")
add_executable(coffee_bench_windows ${sources})
set_target_properties(coffee_bench_windows PROPERTIES AUTOMOC ON)
target_compile_definitions(coffee_bench_windows PRIVATE
    COFFEE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(coffee_bench_windows PRIVATE
    coffee_options kiosk_ui kiosk_core station_ui station_core coffee_widgets coffee_client
    coffee_files coffee_test_shop Qt6::Widgets Qt6::Test)
add_dependencies(coffee_bench_windows kiosk barista_station payment_daemon payment_daemon_bench)
