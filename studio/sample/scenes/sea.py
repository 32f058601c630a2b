"""The night sea: a sky mirrored in moving water, shared by the shots that stand on the shore."""

import numpy as np

from studio.sample.brush import WIDTH, Floats, blurred, floats, grid, noise, resized, tiled, waved


class Sea:
    """Water from the horizon down to the edge of the frame; drawn at half size and enlarged."""

    def __init__(self, rows: int, seed: int, rough: float, wind: float = 1.0) -> None:
        """`rows` of the frame lie below the horizon; `rough` pixels tear the mirror in front."""
        self._size = (WIDTH // 2, rows // 2)
        self._tile = noise((512, 512), (16, 16), seed, 4) - np.float32(0.5)
        x, y = grid(self._size)
        near = (y + 1.5) / self._size[1]
        away = 1.0 / (near + 0.035)
        self._u = floats((x - WIDTH / 4) * away**0.72 * 1.25)
        self._v = floats(away * 185.0 + 0 * x)
        self._near = near
        self._rough, self._wind = rough, wind

    def slopes(self, t: float) -> Floats:
        """How the water leans, about -1 to 1, per half-size pixel."""
        w = self._wind * t
        first = tiled(
            self._tile,
            self._u * np.float32(0.55) + np.float32(18 * w),
            self._v * np.float32(1.0) + np.float32(22 * w),
        )
        second = tiled(
            self._tile,
            self._u * np.float32(1.3) - np.float32(25 * w),
            self._v * np.float32(1.9) + np.float32(37 * w),
        )
        fine = tiled(
            self._tile,
            self._u * np.float32(3.1) + np.float32(31 * w),
            self._v * np.float32(4.3) + np.float32(64 * w),
        )
        return floats((first * 1.1 + second * 0.85 + fine * (0.15 + 0.6 * self._near)) * 1.5)

    def mirror(self, above: Floats, t: float) -> tuple[Floats, Floats]:
        """The sky seen in the water, and the slopes, both at full size.

        `above` are the frame's rows over the horizon, top first. The water shows twice its own
        height of them: seen at a low angle, a mirror squeezes.
        """
        slope = self.slopes(t)
        rows = self._size[1]
        flipped = np.ascontiguousarray(above[::-1][: rows * 2 * 2])
        # Ripples too small to be drawn one by one smear what stands above, mostly downwards.
        flipped = blurred(resized(flipped, (self._size[0], rows)), 0.9, 4.0)
        reach = floats(self._rough * 0.5 * (0.10 + 0.90 * self._near**0.8))
        # A lean towards us shows the sky higher up: light is drawn out into a column.
        torn = waved(flipped, slope * reach * np.float32(0.10), slope * reach)
        full = (WIDTH, rows * 2)
        return resized(torn, full), resized(slope, full)
