"""The outline of the invented island, as GeoJSON."""

from __future__ import annotations

OUTLINE = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "Velmora", "country": "XV"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [
                        [61.55, -11.3],
                        [61.9, -11.42],
                        [62.4, -11.2],
                        [62.8, -11.6],
                        [62.95, -12.2],
                        [62.7, -12.7],
                        [62.3, -12.95],
                        [61.95, -12.6],
                        [61.7, -12.2],
                        [61.5, -11.8],
                        [61.55, -11.3],
                    ]
                ],
            },
        }
    ],
}
