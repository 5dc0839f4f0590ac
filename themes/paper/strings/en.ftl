page-contents = On this page
