"""A font with Chinese letters for pictures, among those that are installed."""

from __future__ import annotations

from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .typing import Lang

#: Families with simplified Chinese, the plainest first; of a collection matplotlib may know one name only.
FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "Microsoft YaHei",
    "SimHei",
    "DengXian",
    "HarmonyOS Sans SC",
    "MiSans",
    "Alibaba PuHuiTi",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Sarasa Gothic SC",
    "LXGW WenKai",
    "Noto Sans CJK JP",
    "Noto Sans CJK TC",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "Droid Sans Fallback",
    "Arial Unicode MS",
    "Songti SC",
    "SimSun",
)


def chinese() -> str | None:
    """The family of an installed font with Chinese letters."""
    installed = {font.name for font in optional("matplotlib.font_manager").fontManager.ttflist}
    return next((family for family in FAMILIES if family in installed), None)


def language_and_font(lang: Lang) -> tuple[Lang, str | None]:
    """The language that can be shown, and the font for it; without a Chinese font it is English."""
    if lang == "en":
        return lang, None
    font = chinese()
    if font is None:
        import warnings

        warnings.warn(
            "未找到中文字体，图中改用英文；请安装 Noto Sans CJK（Debian、Ubuntu：apt install fonts-noto-cjk）后"
            "重新启动 Python\n"
            "no Chinese font is installed, so the picture is in English; install Noto Sans CJK and start Python again",
            stacklevel=5,
        )
        return "en", None
    return lang, font


def settings(font: str | None) -> dict[str, Any]:
    """What matplotlib is told for the picture, whatever the user's style is."""
    families = [font, "DejaVu Sans"] if font else ["DejaVu Sans"]
    return {
        # names, not the word sans-serif, which would be looked up again when the picture is drawn
        "font.family": families,
        "axes.unicode_minus": False,
        "text.usetex": False,
        "figure.facecolor": "white",
        "axes.facecolor": "white",
        "text.color": "#202124",
        "axes.labelcolor": "#202124",
        "ytick.color": "#202124",
        "axes.grid": False,
    }
