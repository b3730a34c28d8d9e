#include "finder/drawing_query.h"

namespace myomap {

Query query_of(const Scene& scene, const PainArea& area, BodyId body) {
    return {.field = field_of(area, scene.body(body), scene.regions), .words = {}, .whole = true};
}

Query query_of(const Scene& scene, const Drawing& drawing, BodyId body) {
    Query query{.field = {}, .words = {}, .whole = true};
    for (const PainArea& area : drawing.areas)
        query.field = unite(query.field, field_of(area, scene.body(body), scene.regions));
    return query;
}

}  // namespace myomap
