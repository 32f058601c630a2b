"""The film's pictures brought to the delivered form in Y'CbCr, without a way through 8-bit RGB."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import numpy.typing as npt
from av.filter import Graph

from studio.burn.picture.form import Form, View
from studio.burn.picture.planes import Layout, thinned
from studio.burn.picture.tags import scaler_matrix
from studio.core.errors import ToolFailed
from studio.core.geometry import Rect, Size
from studio.core.said import said
from studio.media.fields import deinterlaced
from studio.media.film import Colour, Film
from studio.media.frames import Frame
from studio.media.tone import needs_tone

_EXACT = "flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp+bitexact"
_TURNS: dict[int, tuple[tuple[str, str], ...]] = {
    0: (),
    90: (("transpose", "clock"),),
    180: (("hflip", ""), ("vflip", "")),
    270: (("transpose", "cclock"),),
}
_ORDERS = {"": "prog", "top": "tff", "bottom": "bff"}
_RGB = Colour("rgb", "bt709", "bt709", "pc")
Steps = tuple[tuple[str, str], ...]


class Graphs:
    """FFmpeg's filters by the kind of picture that comes in; kept from picture to picture."""

    def __init__(self) -> None:
        self._graphs: dict[tuple[str, int, int, str], Graph] = {}

    def through(
        self, source: av.VideoFrame, colour: Colour, steps: Steps, goal: str = ""
    ) -> av.VideoFrame:
        """`source` after `steps`. Raises ToolFailed."""
        key = (source.format.name, source.width, source.height, goal)
        try:
            if key not in self._graphs:
                self._graphs[key] = _graph(source, colour, steps)
            self._graphs[key].vpush(source)
            return self._graphs[key].vpull()
        except (av.error.FFmpegError, ValueError) as error:
            raise ToolFailed(
                said(
                    "A picture ({key}, {key2}×{key3}) cannot be converted: {error}.",
                    key=key[0],
                    key2=key[1],
                    key3=key[2],
                    error=error,
                ),
                hint=said("Convert the film to a usual kind, such as H.264 or ProRes."),
            ) from error

    def again(self, source: av.VideoFrame, colour: Colour) -> av.VideoFrame:
        """Another picture over the same memory."""
        return self.through(source, colour, (("null", ""),), "again")

    def own(self, source: av.VideoFrame, colour: Colour) -> av.VideoFrame:
        """The same in memory that nothing else refers to, taken from what earlier ones let go."""
        return self.through(source, colour, (("copy", ""),), "own")


class RgbShaper:
    """Makes upright RGB pictures of the display size into pictures of `form`."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._graphs = Graphs()

    def shaped(self, picture: npt.NDArray[np.uint8] | npt.NDArray[np.uint16]) -> av.VideoFrame:
        """`picture` (h, w, 3), 0 to 255 or to 65535, in the form's own numbers and size."""
        turns = self._form.rotation // 90
        if picture.dtype == np.uint8:
            eight = np.ascontiguousarray(np.rot90(picture, turns), dtype=np.uint8)
            source = av.VideoFrame.from_ndarray(eight, format="rgb24")
        else:
            deep = np.ascontiguousarray(np.rot90(picture, turns), dtype=np.uint16)
            source = av.VideoFrame.from_ndarray(deep, format="rgb48le")
        # FFmpeg's own way to 4:2:0 blurs chroma further than captions in planes do.
        layout = self._form.layout
        scale = scale_options(_RGB, self._form, self._form.size)
        woven = self._form.fields
        order = ("setfield", _ORDERS[woven])
        steps: Steps = (("scale", scale), ("format", Layout(layout.bits, 1, 1).name), order)
        full = self._graphs.through(source, _RGB, steps)
        if layout.across == 1:
            return full
        made = thinned(full, layout)
        return self._graphs.through(made, self._form.colour, (order,), "order") if woven else made


class Shaper:
    """Makes pictures of one film into those of `form`, in Y'CbCr all the way.

    Pictures that need nothing share the decoder's memory: make them writable before drawing.
    """

    def __init__(self, film: Film, form: Form) -> None:
        self._film = film
        self._form = form
        self._graphs = Graphs()
        self._rgb = RgbShaper(form)
        self._toned = needs_tone(film.video.colour) and not needs_tone(form.colour)

    def shaped(self, frame: Frame) -> av.VideoFrame:
        """`frame` in the form's size, pixel format and colour. Raises ToolFailed."""
        if self._toned:
            return self._rgb.shaped(self._toned_picture(frame))
        native = frame.native
        video = self._film.video
        if video.interlaced and not self._form.fields and not self._form.doubled:
            native = deinterlaced(native)
        return self._graphs.through(native, video.colour, self._steps(native))

    def rgb(self, frame: Frame) -> npt.NDArray[np.uint8]:
        """The form's view of `frame` in RGB (h, w, 3): the same scaling, then made visible."""
        if needs_tone(self._form.colour):
            eight = (self._toned_picture(frame) >> 8).astype(np.uint8)
            seen = av.VideoFrame.from_ndarray(np.ascontiguousarray(eight), format="rgb24")
            size = self._form.display
            scale = f"w={size.width}:h={size.height}:{_EXACT}"
            steps: Steps = (("scale", scale), ("format", "rgb24"))
            shown = self._graphs.through(seen, _RGB, steps, "rgb")
            return np.asarray(shown.to_ndarray(), dtype=np.uint8)
        goal, steps = self._form.colour, seen_steps(self._form)
        seen = self._graphs.through(self.shaped(frame), goal, steps, "rgb")
        return np.asarray(seen.to_ndarray(), dtype=np.uint8)

    def _toned_picture(self, frame: Frame) -> npt.NDArray[np.uint16]:
        """The form's view in SDR, 16 bits: no larger than it, nor than the film has pixels for."""
        view = self._form.view
        if view is None:
            return frame.rgb16(self._form.display)
        display, whole = self._film.video.display, whole_size(self._film, view)
        if whole.pixels > display.pixels:
            whole = display
        return cut_out(frame.rgb16(whole), view.window, display)

    def _steps(self, native: av.VideoFrame) -> Steps:
        form, view = self._form, self._form.view
        colour = self._film.video.colour
        if view is None:
            return self._kept(native)
        window = coded_window(self._film, view.window, Size(native.width, native.height))
        crop = _crop(window, native)
        video = self._film.video
        turns = ((("hflip", ""),) if video.mirrored else ()) + _TURNS[video.rotation]
        if not turns:
            return (*crop, ("scale", self._scale(colour, form.size)), self._format())
        # Chroma is sited to the left of the picture as coded, so turning goes by way of 4:4:4.
        on_side = video.rotation in (90, 270)
        lying = Size(form.size.height, form.size.width) if on_side else form.size
        full = Layout(form.layout.bits, 1, 1).name
        return (
            *crop,
            ("scale", self._scale(colour, lying)),
            ("format", full),
            *turns,
            ("scale", scale_options(form.colour, form, form.size, form.layout.siting)),
            self._format(),
        )

    def _kept(self, native: av.VideoFrame) -> Steps:
        """For a film kept as coded: nothing where the format is right, else only the format."""
        form = self._form
        same = native.format.name.replace("yuvj", "yuv") == form.pixel_format
        sized = (native.width, native.height) == (form.size.width, form.size.height)
        # ProRes asks each picture which of its fields comes first.
        order: Steps = (("setfield", _ORDERS[form.fields]),)
        if same and sized and not native.format.name.startswith("yuvj"):
            return order
        window = Rect(0, 0, form.size.width, form.size.height)
        scale = self._scale(self._film.video.colour, form.size)
        if form.fields:
            # Chroma is made from the lines of its own field.
            scale += ":interl=1"
        return (*_crop(window, native), ("scale", scale), self._format(), *order)

    def _format(self) -> tuple[str, str]:
        return "format", self._form.pixel_format

    def _scale(self, colour: Colour, size: Size) -> str:
        siting = "" if colour.matrix == "rgb" else self._film.video.siting
        return scale_options(colour, self._form, size, siting)


def seen_steps(form: Form) -> Steps:
    """From pictures of `form`, which are SDR, to RGB."""
    goal = form.colour
    options = (
        f"{_EXACT}:in_color_matrix={scaler_matrix(goal)}:in_range={goal.range}:out_range=pc"
        f":in_chroma_loc={form.layout.siting}"
    )
    return (("scale", options), ("format", "rgb24"))


def scale_options(colour: Colour, form: Form, size: Size, siting: str = "") -> str:
    """For FFmpeg's scale filter: from `colour` to the form's at `size`, bicubic, exactly rounded.

    `siting` is where the chroma of what comes in stands, "" for RGB. Told of none, the filter takes
    it for the middle.
    """
    goal = form.colour
    given = f":in_color_matrix={scaler_matrix(colour)}:in_chroma_loc={siting}" if siting else ""
    return (
        f"w={size.width}:h={size.height}:{_EXACT}{given}:in_range={colour.range}"
        f":out_color_matrix={scaler_matrix(goal)}:out_range={goal.range}"
        f":out_chroma_loc={form.layout.siting}"
    )


def whole_size(film: Film, view: View) -> Size:
    """How large the whole upright picture is when its window is shown at the view's size."""
    display, window = film.video.display, view.window
    return Size(
        max(1, round(Fraction(display.width * view.size.width, int(window.width)))),
        max(1, round(Fraction(display.height * view.size.height, int(window.height)))),
    )


def cut_out(picture: npt.NDArray[np.uint16], window: Rect, display: Size) -> npt.NDArray[np.uint16]:
    """The part of a whole upright picture that `window` names on one of `display` size."""
    high, wide = picture.shape[:2]
    shown = window.scaled(wide / display.width, high / display.height)
    left, top = round(shown.x), round(shown.y)
    right, bottom = max(left + 1, round(shown.right)), max(top + 1, round(shown.bottom))
    return picture[top:bottom, left:right]


def coded_window(film: Film, window: Rect, native: Size) -> Rect:
    """A window of the upright picture as one of the picture as coded, which is `native` large."""
    display, turn = film.video.display, film.video.rotation
    x, y, wide, high = window.x, window.y, window.width, window.height
    if turn == 90:
        x, y, wide, high = y, display.width - x - wide, high, wide
    elif turn == 180:
        x, y = display.width - x - wide, display.height - y - high
    elif turn == 270:
        x, y, wide, high = display.height - y - high, x, high, wide
    lying = Size(display.height, display.width) if turn in (90, 270) else display
    if film.video.mirrored:
        x = lying.width - x - wide
    return Rect(x, y, wide, high).scaled(native.width / lying.width, native.height / lying.height)


def _crop(window: Rect, native: av.VideoFrame) -> Steps:
    x, y = round(window.x), round(window.y)
    wide = max(1, min(native.width - x, round(window.width)))
    high = max(1, min(native.height - y, round(window.height)))
    if (x, y, wide, high) == (0, 0, native.width, native.height):
        return ()
    return (("crop", f"{wide}:{high}:{x}:{y}"),)


def _graph(source: av.VideoFrame, colour: Colour, steps: Steps) -> Graph:
    graph = Graph()
    # One thread: the same rows are made in the same way on every machine.
    graph.threads = 1
    matrix = "gbr" if colour.matrix == "rgb" else colour.matrix
    nodes = [
        graph.add(
            "buffer",
            f"video_size={source.width}x{source.height}:pix_fmt={source.format.name}"
            f":time_base=1/1000:pixel_aspect=1/1:colorspace={matrix}:range={colour.range}",
        )
    ]
    nodes += [graph.add(name, options) for name, options in steps]
    nodes.append(graph.add("buffersink"))
    graph.link_nodes(*nodes).configure()
    return graph
