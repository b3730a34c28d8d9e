# Included by the asan preset right after project().
add_library(keep_libraries OBJECT ${CMAKE_CURRENT_LIST_DIR}/keep_libraries.cpp)
link_libraries($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:$<TARGET_OBJECTS:keep_libraries>>)
