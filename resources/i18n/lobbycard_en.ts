<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
    <context>
        <name>lobbycard</name>
        <message>
            <location filename="../../presets/captions/boxed.toml" line="2"></location>
            <source>boxed</source>
            <translation>Boxed</translation>
        </message>
        <message>
            <location filename="../../presets/captions/cinema-bilingual.toml" line="2"></location>
            <source>cinema-bilingual</source>
            <translation>Cinema, two languages</translation>
        </message>
        <message>
            <location filename="../../presets/captions/clean.toml" line="2"></location>
            <source>clean</source>
            <translation>Clean</translation>
        </message>
        <message>
            <location filename="../../presets/captions/plate-where-needed.toml" line="2"></location>
            <source>plate-where-needed</source>
            <translation>Plate where needed</translation>
        </message>
        <message>
            <location filename="../../presets/captions/top-and-bottom.toml" line="2"></location>
            <source>top-and-bottom</source>
            <translation>Top and bottom</translation>
        </message>
        <message>
            <location filename="../../presets/captions/vertical-right.toml" line="2"></location>
            <source>vertical-right</source>
            <translation>Columns at the right</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a0.toml" line="2"></location>
            <source>a0</source>
            <translation>A0</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a1.toml" line="2"></location>
            <source>a1</source>
            <translation>A1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a2.toml" line="2"></location>
            <source>a2</source>
            <translation>A2 print</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a3.toml" line="2"></location>
            <source>a3</source>
            <translation>A3</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-a4.toml" line="2"></location>
            <source>award-a4</source>
            <translation>Award entry A4</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-board.toml" line="2"></location>
            <source>award-board</source>
            <translation>Award board</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-image.toml" line="2"></location>
            <source>award-image</source>
            <translation>Award image</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bilibili-cover.toml" line="2"></location>
            <source>bilibili-cover</source>
            <translation>Bilibili cover</translation>
        </message>
        <message>
            <location filename="../../presets/formats/billboard-se.toml" line="2"></location>
            <source>billboard-se</source>
            <translation>Billboard Sweden</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-beijing.toml" line="2"></location>
            <source>bus-shelter-beijing</source>
            <translation>Bus shelter Beijing</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-cn.toml" line="2"></location>
            <source>bus-shelter-cn</source>
            <translation>Bus shelter China</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-kr.toml" line="2"></location>
            <source>bus-shelter-kr</source>
            <translation>Bus shelter Korea</translation>
        </message>
        <message>
            <location filename="../../presets/formats/channels-cover.toml" line="2"></location>
            <source>channels-cover</source>
            <translation>WeChat Channels cover</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-landscape.toml" line="2"></location>
            <source>dooh-landscape</source>
            <translation>DOOH landscape</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-portrait-4k.toml" line="2"></location>
            <source>dooh-portrait-4k</source>
            <translation>DOOH portrait 4K</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-portrait.toml" line="2"></location>
            <source>dooh-portrait</source>
            <translation>DOOH portrait</translation>
        </message>
        <message>
            <location filename="../../presets/formats/douyin-cover.toml" line="2"></location>
            <source>douyin-cover</source>
            <translation>Douyin cover</translation>
        </message>
        <message>
            <location filename="../../presets/formats/eurosize-se.toml" line="2"></location>
            <source>eurosize-se</source>
            <translation>Eurosize Sweden</translation>
        </message>
        <message>
            <location filename="../../presets/formats/flyer-b5-jp.toml" line="2"></location>
            <source>flyer-b5-jp</source>
            <translation>Flyer B5 Japan</translation>
        </message>
        <message>
            <location filename="../../presets/formats/in-train-kr.toml" line="2"></location>
            <source>in-train-kr</source>
            <translation>In-train Korea</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-landscape.toml" line="2"></location>
            <source>instagram-landscape</source>
            <translation>Instagram landscape</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-portrait.toml" line="2"></location>
            <source>instagram-portrait</source>
            <translation>Instagram portrait</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-square.toml" line="2"></location>
            <source>instagram-square</source>
            <translation>Instagram square</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-story.toml" line="2"></location>
            <source>instagram-story</source>
            <translation>Instagram story</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b0.toml" line="2"></location>
            <source>jis-b0</source>
            <translation>JIS B0</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b1.toml" line="2"></location>
            <source>jis-b1</source>
            <translation>JIS B1 poster</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b2.toml" line="2"></location>
            <source>jis-b2</source>
            <translation>JIS B2</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-channel.toml" line="2"></location>
            <source>kakao-channel</source>
            <translation>Kakao channel</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-thumbnail.toml" line="2"></location>
            <source>kakao-thumbnail</source>
            <translation>Kakao thumbnail</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-wide.toml" line="2"></location>
            <source>kakao-wide</source>
            <translation>Kakao wide</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao.toml" line="2"></location>
            <source>kakao</source>
            <translation>KakaoTalk image</translation>
        </message>
        <message>
            <location filename="../../presets/formats/line-square.toml" line="2"></location>
            <source>line-square</source>
            <translation>LINE square</translation>
        </message>
        <message>
            <location filename="../../presets/formats/linkedin.toml" line="2"></location>
            <source>linkedin</source>
            <translation>LinkedIn</translation>
        </message>
        <message>
            <location filename="../../presets/formats/magazine-page.toml" line="2"></location>
            <source>magazine-page</source>
            <translation>Magazine page</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mall-screen-uk.toml" line="2"></location>
            <source>mall-screen-uk</source>
            <translation>Mall screen UK</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-4-sheet-cn.toml" line="2"></location>
            <source>metro-4-sheet-cn</source>
            <translation>Metro 4-sheet China</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-6-sheet-cn.toml" line="2"></location>
            <source>metro-6-sheet-cn</source>
            <translation>Metro 6-sheet China</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-billboard-se.toml" line="2"></location>
            <source>metro-billboard-se</source>
            <translation>Metro billboard Sweden</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-lightbox.toml" line="2"></location>
            <source>metro-lightbox</source>
            <translation>Metro light box</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-12-sheet.toml" line="2"></location>
            <source>mtr-12-sheet</source>
            <translation>MTR 12-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-4-sheet.toml" line="2"></location>
            <source>mtr-4-sheet</source>
            <translation>MTR 4-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-6-sheet.toml" line="2"></location>
            <source>mtr-6-sheet</source>
            <translation>MTR 6-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-escalator.toml" line="2"></location>
            <source>mtr-escalator</source>
            <translation>MTR escalator crown</translation>
        </message>
        <message>
            <location filename="../../presets/formats/naver-share.toml" line="2"></location>
            <source>naver-share</source>
            <translation>Naver and Daum share</translation>
        </message>
        <message>
            <location filename="../../presets/formats/one-sheet.toml" line="2"></location>
            <source>one-sheet</source>
            <translation>One-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/open-graph.toml" line="2"></location>
            <source>open-graph</source>
            <translation>Open Graph image</translation>
        </message>
        <message>
            <location filename="../../presets/formats/retail-poster.toml" line="2"></location>
            <source>retail-poster</source>
            <translation>Poster 24 × 36</translation>
        </message>
        <message>
            <location filename="../../presets/formats/screen-door-kr.toml" line="2"></location>
            <source>screen-door-kr</source>
            <translation>Screen door Korea</translation>
        </message>
        <message>
            <location filename="../../presets/formats/six-sheet.toml" line="2"></location>
            <source>six-sheet</source>
            <translation>UK 6-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/tiktok-feed.toml" line="2"></location>
            <source>tiktok-feed</source>
            <translation>TikTok feed</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-hanging-jp.toml" line="2"></location>
            <source>train-hanging-jp</source>
            <translation>Train hanging Japan</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-hanging-wide-jp.toml" line="2"></location>
            <source>train-hanging-wide-jp</source>
            <translation>Train hanging wide Japan</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-window-jp.toml" line="2"></location>
            <source>train-window-jp</source>
            <translation>Train window Japan</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-window-se.toml" line="2"></location>
            <source>train-window-se</source>
            <translation>Train window Sweden</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-48-sheet.toml" line="2"></location>
            <source>uk-48-sheet</source>
            <translation>UK 48-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-96-sheet.toml" line="2"></location>
            <source>uk-96-sheet</source>
            <translation>UK 96-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-quad.toml" line="2"></location>
            <source>uk-quad</source>
            <translation>UK quad</translation>
        </message>
        <message>
            <location filename="../../presets/formats/web-hero-phone.toml" line="2"></location>
            <source>web-hero-phone</source>
            <translation>Web hero phone</translation>
        </message>
        <message>
            <location filename="../../presets/formats/web-hero.toml" line="2"></location>
            <source>web-hero</source>
            <translation>Web hero</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wechat-cover.toml" line="2"></location>
            <source>wechat-cover</source>
            <translation>WeChat cover</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wechat-square.toml" line="2"></location>
            <source>wechat-square</source>
            <translation>WeChat square</translation>
        </message>
        <message>
            <location filename="../../presets/formats/weibo-portrait.toml" line="2"></location>
            <source>weibo-portrait</source>
            <translation>Weibo portrait</translation>
        </message>
        <message>
            <location filename="../../presets/formats/weibo-square.toml" line="2"></location>
            <source>weibo-square</source>
            <translation>Weibo square</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wide-colour-kr.toml" line="2"></location>
            <source>wide-colour-kr</source>
            <translation>Wide colour Korea</translation>
        </message>
        <message>
            <location filename="../../presets/formats/x-card.toml" line="2"></location>
            <source>x-card</source>
            <translation>X card</translation>
        </message>
        <message>
            <location filename="../../presets/formats/x-post.toml" line="2"></location>
            <source>x-post</source>
            <translation>X post</translation>
        </message>
        <message>
            <location filename="../../presets/formats/xiaohongshu-square.toml" line="2"></location>
            <source>xiaohongshu-square</source>
            <translation>Xiaohongshu square</translation>
        </message>
        <message>
            <location filename="../../presets/formats/xiaohongshu.toml" line="2"></location>
            <source>xiaohongshu</source>
            <translation>Xiaohongshu cover</translation>
        </message>
        <message>
            <location filename="../../presets/formats/youtube-thumbnail.toml" line="2"></location>
            <source>youtube-thumbnail</source>
            <translation>YouTube thumbnail</translation>
        </message>
        <message>
            <location filename="../../presets/posters/centred-title.toml" line="2"></location>
            <source>centred-title</source>
            <translation>Centred title</translation>
        </message>
        <message>
            <location filename="../../presets/posters/festival-one-sheet.toml" line="2"></location>
            <source>festival-one-sheet</source>
            <translation>Festival one-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/posters/quiet-line.toml" line="2"></location>
            <source>quiet-line</source>
            <translation>Quiet line</translation>
        </message>
        <message>
            <location filename="../../presets/posters/split.toml" line="2"></location>
            <source>split</source>
            <translation>Split</translation>
        </message>
        <message>
            <location filename="../../presets/posters/vertical-line.toml" line="2"></location>
            <source>vertical-line</source>
            <translation>Vertical line</translation>
        </message>
        <message>
            <location filename="../../presets/video/broadcast-prores.toml" line="2"></location>
            <source>broadcast-prores</source>
            <translation>Broadcast ProRes</translation>
        </message>
        <message>
            <location filename="../../presets/video/chat-720p.toml" line="2"></location>
            <source>chat-720p</source>
            <translation>Chat and mail 720p</translation>
        </message>
        <message>
            <location filename="../../presets/video/prores-422-hq.toml" line="2"></location>
            <source>prores-422-hq</source>
            <translation>ProRes 422 HQ</translation>
        </message>
        <message>
            <location filename="../../presets/video/prores-4444.toml" line="2"></location>
            <source>prores-4444</source>
            <translation>ProRes 4444</translation>
        </message>
        <message>
            <location filename="../../presets/video/same-as-film.toml" line="2"></location>
            <source>same-as-film</source>
            <translation>Same as the film</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-portrait.toml" line="2"></location>
            <source>social-portrait</source>
            <translation>Social portrait</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-square-pad.toml" line="2"></location>
            <source>social-square-pad</source>
            <translation>Social square, padded</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-square.toml" line="2"></location>
            <source>social-square</source>
            <translation>Social square</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-story-pad.toml" line="2"></location>
            <source>social-story-pad</source>
            <translation>Social story, padded</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-story.toml" line="2"></location>
            <source>social-story</source>
            <translation>Social story</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-uk.toml" line="2"></location>
            <source>tvc-master-uk</source>
            <translation>TVC master, UK</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-us.toml" line="2"></location>
            <source>tvc-master-us</source>
            <translation>TVC master, US</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-1080p-fields.toml" line="2"></location>
            <source>web-1080p-fields</source>
            <translation>Web 1080p, by fields</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-1080p.toml" line="2"></location>
            <source>web-1080p</source>
            <translation>Web 1080p</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-2160p-hevc.toml" line="2"></location>
            <source>web-2160p-hevc</source>
            <translation>Web 2160p HEVC</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-720p.toml" line="2"></location>
            <source>web-720p</source>
            <translation>Web 720p</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-with-subtitles.toml" line="2"></location>
            <source>web-with-subtitles</source>
            <translation>Web 1080p with subtitle files</translation>
        </message>
    </context>
</TS>
