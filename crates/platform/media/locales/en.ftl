# Pictures in pages
media-rights = Picture rights: { $holder }
media-source = Source
media-gap = A picture belongs here. It cannot be seen yet.
media-licence-cc-by-4 = CC BY 4.0
media-licence-cc-by-sa-4 = CC BY-SA 4.0
media-licence-cc0 = CC0
media-licence-public-domain = public domain
media-licence-own-rights = all rights reserved
media-licence-permission = by permission

# Details that are missing before publication
media-missing-alt = Alternative text
media-missing-holder = Rights
media-missing-licence = Licence
media-missing-release = the release by somebody who may publish

# Reasons to refuse a file
media-refused-empty = Choose a file. The file must not be empty.
media-refused-too-large = The file is too large. Pictures may have 20 MB, other files 30 MB. For this file, { $most } MB is the most. Save the picture with fewer pixels, or the PDF as “smallest file size”.
media-refused-mismatch = The name ends in “.{ $ending }”, but the content is “{ $found }”. Open the file and save it in the right format.
media-refused-no-ending = The name lacks its ending “.{ $found }”. Add it and upload the file again.
media-refused-svg = SVG drawings can hold programs, so we do not take them. Save the drawing as PNG and upload the PNG.
media-refused-web-page = This is a web page, not a picture or document. Print the page as PDF and upload the PDF, or link the page in the text.
media-refused-program = This is a program. We do not take programs. Upload a picture, a PDF or an office file.
media-refused-heic = The picture is in the HEIC or AVIF format, which not every browser shows. Save it as JPEG: on a Mac in Preview with “Export”, on Windows in “Photos” with “Save as”. An iPhone takes new photos as JPEG if you choose “Most Compatible” under “Camera” and “Formats” in its settings.
media-refused-other-image = We do not take this picture format. Open the picture and save it as JPEG or PNG.
media-refused-recording = We do not take films and sound recordings. Put the recording on a video service and link it in the text.
media-refused-old-office = The file is from an old office program, or a password protects it. Save it without password as DOCX, XLSX, PPTX or PDF.
media-refused-unknown = We do not know this format. Possible are JPEG, PNG, WebP and GIF for pictures, and PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV and TXT.
media-refused-too-many-pixels = The picture has more than 50 million pixels. Make it smaller, for example 4,000 pixels wide. The site shows it at most 1,920 wide.
media-refused-too-many-at-once = The picture has more than 24 million pixels. We take more only as a JPEG that is not saved as “progressive”. Save it like that or make it smaller, for example 4,000 pixels wide.
media-refused-too-narrow = The picture is more than eight times as long as it is wide and could not be made out on the page. Crop it.
media-refused-broken-image = The picture is incomplete or cannot be read. Open it in a picture program and save it anew as JPEG or PNG.
media-refused-hidden = There is something else in this picture file, such as a web page or a program. Open the picture and save it anew as JPEG or PNG.
media-refused-broken-pdf = The PDF is incomplete or damaged. Make it anew and upload it again.
media-refused-active-pdf = The PDF holds something that runs or leads elsewhere when it is read: a program (JavaScript), a form that sends data, a film, or a link to another file. Remove it in your PDF program, or export the PDF anew from its source without these parts. Choose the option for an accessible PDF with tags.
media-refused-locked-pdf = The PDF is encrypted. Save it without password and without restrictions, so that everybody can read it, also with a screen reader.
media-refused-attached-file = There is a further file in the PDF: “{ $name }”. Upload it as a file of its own, so that everybody finds it, and export the PDF without attachment.
media-refused-attached-files = There is a further file in the PDF. Upload it as a file of its own, so that everybody finds it, and export the PDF without attachment.
media-refused-broken-office = The office file cannot be read. Open it, save it anew and upload it again.
media-refused-macros = The file holds macros, which are small programs. Save it without macros, for example as DOCX instead of DOCM, or as PDF.
media-refused-foreign-object = The file holds an object of another program. Insert it as a picture or a table, or save the file as PDF.
media-refused-fetches = The file fetches something from elsewhere when it is opened: a template, a picture, another file, or data of a program. Insert the content itself and break the link, or save the file as PDF. Links that people follow by themselves may stay.
media-refused-bomb = The file gets unusually large when it is unpacked, so we do not take it. Save it anew or split it.
media-refused-archive = We do not take packed folders such as ZIP. Upload the files one by one.
media-refused-encoding = The file is not saved in UTF-8, so umlauts would look wrong. Choose “CSV UTF-8” or the encoding “UTF-8” when you save it.
